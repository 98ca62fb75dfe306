import { assistAnswers, toneTraits } from './assist-answers.ts';

/**
 * The words of an analysis, in i18next's form: `{{param}}` is a place to fill, `_one` and `_other` are plural forms by
 * `count`. Reasons, notes and suggestions name their sentence by its key here and carry the params.
 */
export const analysisCatalogue = {
  reason: {
    prediction_level: 'Posts of this account earn about {{usual}} reactions of late.',
    prediction_prior: 'Nothing is assumed beforehand: only posts of this account count.',
    prediction_text_length: 'Length of the text: {{percent}}%.',
    prediction_text_links: 'Links: {{percent}}%.',
    prediction_text_hashtags: 'Hashtags: {{percent}}%.',
    prediction_text_mentions: 'Mentions: {{percent}}%.',
    prediction_text_emoji: 'Emoji: {{percent}}%.',
    prediction_text_question: 'A question, or none: {{percent}}%.',
    prediction_text_exclamation: 'Exclamation marks: {{percent}}%.',
    prediction_text_lines: 'Line breaks: {{percent}}%.',
    prediction_text_capitals: 'Capital letters: {{percent}}%.',
    prediction_text_digits: 'Numbers in the text: {{percent}}%.',
    prediction_time_hour: 'Hour of the day: {{percent}}%.',
    prediction_time_weekday: 'Day of the week: {{percent}}%.',
    prediction_time_month: 'Time of the year: {{percent}}%.',
    prediction_type: 'Kind of post: {{percent}}%.',
    prediction_reply: 'A post of its own, not a reply: {{percent}}%.',
    prediction_account: 'How the account has done of late, and the time since its last post: {{percent}}%.',

    start: 'Start: {{points}} points.',
    bounded: 'A score stays between 0 and 100.',
    component_platform_fit: 'Fit with {{network}}: {{score}} of 100.',
    component_structure: 'Structure: {{score}} of 100.',
    component_seo: 'Findability: {{score}} of 100.',
    component_readability: 'Ease of reading: {{score}} of 100.',
    cannot_publish: '{{network}} would refuse the post as it is.',

    empty: 'There is no text and no media yet.',
    over_limit: 'Part {{part}} is {{over}} over the limit of {{limit}}.',
    refused_text: 'Part {{part}} holds text that {{network}} refuses.',
    folded: '{{network}} folds the text after {{shown}} characters.',
    hashtags_too_few: '{{network}} posts do better with at least {{min}} hashtags.',
    hashtags_too_many_one: '{{count}} hashtag; more than {{max}} look like spam on {{network}}.',
    hashtags_too_many_other: '{{count}} hashtags; more than {{max}} look like spam on {{network}}.',
    hashtags_refused: '{{network}} takes at most {{limit}} hashtags.',
    link_penalised: '{{network}} shows posts with a link to fewer people.',
    link_costs: 'With a link the post costs {{cost}}; without one it would cost {{without}}.',
    link_not_clickable: 'Nobody can click a link in the text on {{network}}.',
    media_not_supported: '{{network}} takes no media.',
    media_too_many: 'Part {{part}} has {{have}} files; {{network}} takes {{limit}}.',
    media_required: '{{network}} does not take a post without a picture or a video.',
    alt_text_missing_one: '{{count}} file has no alternative text.',
    alt_text_missing_other: '{{count}} files have no alternative text.',
    title_missing: '{{network}} asks for a title.',
    title_too_long: 'The title is longer than {{limit}} characters.',
    shouting_one: '{{count}} word is in capitals.',
    shouting_other: '{{count}} words are in capitals.',
    hashtag_broken: '{{network}} links {{tag}} in part or not at all.',
    hashtag_case: 'Screen readers cannot tell the words of {{tag}} apart.',

    repeats_own_today: 'It says nearly what your post of the last 24 hours says: {{beginning}}',
    repeats_own_one: 'It says nearly what your post of {{count}} day ago says: {{beginning}}',
    repeats_own_other: 'It says nearly what your post of {{count}} days ago says: {{beginning}}',

    opening_short: 'The first line is short enough to be read at a glance.',
    opening_slow: 'The first sentence has {{words}} words; many readers stop before its end.',
    opening_hook: 'The first line draws readers in with a question, a number or an address.',
    question: 'It asks the reader something.',
    call_to_action: 'It tells the reader what to do next.',
    no_call_to_action: 'It does not say what the reader should do next.',
    wall_of_text: 'A long text without a line break is hard to scan.',
    line_breaks: 'Line breaks make it easy to scan.',
    some_emoji: 'A few emoji catch the eye.',
    too_many_emoji: '{{count}} emoji are many for {{words}} words.',
    emoji_run: '{{count}} emoji stand in a row; a screen reader speaks the name of each.',
    hashtag_load: 'Hashtags make up {{percent}}% of the words.',
    exclamations: '{{count}} exclamation marks are too loud.',
    very_short: 'There are only {{words}} words to go by.',

    keyphrases_found: 'It has a clear subject: {{phrase}}.',
    no_keyphrases: 'No phrase stands out as its subject.',
    keyphrase_first: 'Its subject is named in the first {{words}} words.',
    keyphrase_late: 'Its subject comes only after the first {{words}} words.',
    keyphrase_repeated: '{{phrase}} makes up {{percent}}% of the words.',
    focus_present: 'It names {{phrase}}.',
    focus_absent: 'It does not name {{phrase}}.',
    focus_first: '{{phrase}} stands in the first {{words}} words.',
    focus_late: '{{phrase}} comes only after the first {{words}} words.',
    focus_repeated: '{{phrase}} makes up {{percent}}% of the words; that reads as stuffing.',
    title_begins_with_focus: 'The title begins with {{phrase}}.',
    title_has_focus: 'The title names {{phrase}}, but late.',
    title_lacks_focus: 'The title does not name {{phrase}}.',
    title_names_subject: 'Title and text share a subject: {{phrase}}.',
    title_apart: 'The title names nothing of what the text is about.',
    hashtags_relevant: 'The hashtags fit the text.',
    hashtags_irrelevant: 'The hashtags have little to do with the text.',
    no_hashtags_to_search: 'Search on {{network}} looks at hashtags, and there are none.',
    alt_text_searched: 'The alternative text can be found by search.',
  },
  note: {
    not_english: 'Left out: the text is probably not in English.',
    no_words: 'Left out: there are no words to measure.',
    too_short_one: 'With {{count}} word these numbers mean little; they need about {{need}}.',
    too_short_other: 'With {{count}} words these numbers mean little; they need about {{need}}.',
    no_mood: 'No word in the text carries a mood.',
  },
  status: {
    prediction_not_enough_data: '{{have}} published posts with results so far; an estimate needs {{need}}.',
    prediction_no_model: 'OCMA has not learned from these posts yet. It does so in the background.',
    audience_not_enough_data:
      '{{have}} published posts with results so far; a picture of the audience needs {{need}}.',
    audience_no_model: 'Who responds, and to what, is told under Advice, Audience.',
  },
  hashtag: {
    own_results_one: '{{tag}}: {{engagement}} interactions on {{count}} post of yours.',
    own_results_other: '{{tag}}: {{engagement}} interactions a post on {{count}} posts of yours.',
    keyphrase: '{{tag}}: the text is about {{phrase}}.',
  },
  suggestion: {
    split_into_thread: {
      title: 'Make it a thread of {{parts}} posts',
      explanation:
        'The text is {{over}} over the limit of {{limit}}. It is cut between sentences; no word changes.',
    },
    shorten: {
      title: 'Shorten the text by {{over}}',
      explanation: 'The text is {{over}} over the limit of {{limit}}.',
    },
    remove_refused: {
      title: 'Remove what {{network}} refuses',
      explanation: 'Some characters in the text are not allowed on {{network}}.',
    },
    fewer_entities: {
      title: 'Leave out {{entities}}',
      explanation: '{{network}} takes fewer of these in one post.',
    },
    move_link: {
      title: 'Move the link to the first reply',
      explanation:
        '{{network}} shows posts with a link to fewer people. The reply under your post carries it instead.',
    },
    move_link_costs: {
      title: 'Move the link to the first reply',
      explanation:
        '{{network}} shows posts with a link to fewer people. The reply under your post carries it instead. Publishing then costs {{after}} rather than {{before}}.',
    },
    drop_link_costs: {
      title: 'Ask whether the link is worth {{difference}}',
      explanation: 'With the link, publishing costs {{before}}; without it {{after}}.',
    },
    drop_hashtags: {
      title: 'Keep {{max}} hashtags',
      explanation: 'This takes away {{tags}}, which fit the text least.',
    },
    camel_case: {
      title: 'Write {{tag}} as {{cased}}',
      explanation: 'With a capital at each word, people read it faster and screen readers can speak it.',
    },
    mend_hashtag: {
      title: 'Write {{tag}} as {{better}}',
      explanation: 'Networks end a hashtag at such a sign, and take none of digits alone.',
    },
    calm_capitals: {
      title: 'Take back the capitals',
      explanation: 'Words in capitals read as shouting. Check names and abbreviations afterwards.',
    },
    calm_exclamations: {
      title: 'Use fewer exclamation marks',
      explanation: 'One at the end of a sentence is enough.',
    },
    add_alt_text: {
      title: 'Describe your media in words',
      explanation: 'Alternative text lets people who cannot see the media take part, and search can find it.',
    },
    add_media: {
      title: 'Add a picture or a video',
      explanation: '{{network}} does not take a post without one.',
    },
    remove_media: {
      title: 'Take away {{surplus}} of the files',
      explanation: '{{network}} takes {{limit}} on one post.',
    },
    shorten_emoji_runs: {
      title: 'Keep one emoji of each row',
      explanation: 'A screen reader speaks the name of each emoji before it comes back to the text.',
    },
    break_lines: {
      title: 'Put a blank line after the first sentence',
      explanation: 'The first line then stands alone, and the rest is easier to scan.',
    },
    shorter_opening: {
      title: 'Shorten the first sentence',
      explanation: 'It has {{words}} words. Say the main thing in the first dozen.',
    },
    easier_words: {
      title: 'Use shorter sentences and plainer words',
      explanation: 'The text reads at school grade {{grade}}; posts do well at grade 9 or below.',
    },
    ask_question: {
      title: 'Ask your readers something',
      explanation: 'A question they can answer in a few words invites replies.',
    },
    add_call_to_action: {
      title: 'Say what to do next',
      explanation: 'Readers act more often when told how: read, reply, sign up.',
    },
    fewer_emoji: {
      title: 'Use fewer emoji',
      explanation: '{{count}} emoji are many for {{words}} words; screen readers speak each of them.',
    },
    name_subject_first: {
      title: 'Name {{phrase}} at the start',
      explanation: 'Search and previews weigh the first words most.',
    },
    name_focus: {
      title: 'Name {{phrase}} in the text',
      explanation: 'You want to be found for it, and the text does not hold it.',
    },
    name_focus_in_title: {
      title: 'Name {{phrase}} in the title',
      explanation: 'Search weighs the title most. Put the phrase near its start.',
    },
    name_focus_less: {
      title: 'Name {{phrase}} less often',
      explanation:
        'It makes up {{percent}}% of the words. Search takes that for stuffing, and so do readers.',
    },
    say_it_anew: {
      title: 'Say it in other words, or wait',
      explanation:
        'You have posted nearly the same: {{beginning}} Networks hold back posts that repeat, and some refuse them.',
    },
    add_hashtag: {
      title: 'Add {{tag}}',
      explanation: '{{why}}',
    },
  },
  rewrite: {
    rule_tidied: 'Spaces, line ends and rows of exclamation marks are tidied.',
    rule_capitals: 'Capitals are taken back.',
    rule_hashtag_case: 'Hashtags have a capital at each word.',
    rule_fillers: 'Words that add nothing are left out.',
    rule_opening: 'The first sentence stands on a line of its own.',
    rule_thread: 'The text is cut into a thread between sentences.',
    rule_question: 'The question comes first.',
    rule_hashtag_count: 'Hashtags that say least about the post are left out.',
    note_rules: 'Made by fixed rules, without a language model.',
    note_nothing: 'The rules found nothing to change.',
    rejected_over_limit: 'A version was {{over}} over the limit of {{limit}}.',
    rejected_invalid: 'A version held text that {{network}} refuses.',
    rejected_lost: 'A version had lost {{items}}.',
    rejected_invented: 'A version had made up {{items}}.',
    rejected_unchanged: 'A version was the same as the original or as another version.',
    rejected_hashtags: 'A version had {{have}} hashtags; {{max}} are enough on {{network}}.',
    rejected_malformed: 'The language model gave an answer that could not be read.',
  },
  assist: assistAnswers,
  tone: toneTraits,
} as const;
