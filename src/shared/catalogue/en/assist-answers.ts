/**
 * Sentences about versions that a language model or rules made: why one was thrown away, what a rule did, and why
 * nobody could do it. `{{param}}` is a place to fill.
 */
export const assistAnswers = {
  rejected_language: 'A version was not in {{language}}.',
  rejected_keyphrase: 'A version did not hold “{{phrase}}”.',
  rejected_keyphrase_lead: 'A version did not hold “{{phrase}}” in its first {{shown}} characters.',
  rejected_hook_question: 'A version should open with a question and did not.',
  rejected_hook_statement: 'A version should open with a statement and asked a question.',
  rejected_hook_number: 'A version should open with a number of the post and did not.',
  rejected_not_shorter: 'A version was no shorter than the original.',
  rejected_parts: 'A thread had {{have}} parts; two to {{most}} make one.',
  rejected_part_count: 'A version had {{have}} parts, and the post has {{need}}.',
  rejected_no_hashtags: 'A set held no hashtag.',
  rejected_broken_hashtags: 'A set held what is no hashtag here: {{items}}.',
  rejected_hashtags_twice: 'A set repeated {{items}}.',
  rejected_title_plain: 'A title held a link, a hashtag or more than one line.',
  rejected_shouted: 'A version was in capitals.',
  rejected_empty: 'A version was empty.',
  rejected_none: 'The language model answered without a version.',
  rejected_refusal: 'A version was a refusal and no text.',
  rejected_preamble: 'A version spoke to you instead of your readers.',
  rejected_off_topic: 'A version had not one word in common with the original.',
  rejected_flagged: 'A version was held back by the moderation: {{kinds}}.',
  rejected_unmoderated: 'The moderation could not be reached, so no version is shown.',
  rejected_endless: 'The answer of the language model did not end and was cut off.',
  rejected_cut: 'The answer of the language model broke off before its end.',

  rule_link_in_reply:
    'The link stands in a reply, because {{network}} shows posts with links to fewer people.',
  rule_sentence_left_out: 'Left out: “{{sentence}}”',
  rule_hashtag_left_out: 'Left out: {{tag}}.',

  note_none_passed: 'No version passed the checks, so none is shown.',
  note_fits_one_post: 'The text fits into one post.',
  note_same_language: 'The post is in {{language}} already.',
  note_no_threads: '{{network}} has no threads.',
  note_all_facts:
    'The rules found nothing that could go without losing a fact. A language model may word it shorter.',
  note_hashtag_rules:
    'Chosen by rules from your own results and the words of the text, without a language model.',
  note_hashtags_enough: 'The post has as many hashtags as suit {{network}}.',
  note_pictures_only: 'Only pictures can be described; for a video, write what it shows yourself.',
  note_check_picture: 'Only you can compare this with the picture: read it before you use it.',
  note_check_translation:
    'Names of people and places are not checked in a translation: read it before you publish.',
  note_check_german_names:
    'In German a name of one word looks like any noun and is not checked: read it before you publish.',
  needs_model_title:
    'Titles need a language model. Enter a key for one in Settings, or write the title yourself.',
  needs_model_description:
    'Descriptions need a language model. Enter a key for one in Settings, or write it yourself.',
  needs_model_alt_text:
    'Describing a picture needs a language model that can see. Enter a key for one in Settings, or write what the picture shows yourself.',
  needs_model_translate:
    'Translations need a language model. Enter a key for one in Settings, or have somebody translate it who speaks the language.',
} as const;

/** What makes the tone of somebody's best posts, in sentences. */
export const toneTraits = {
  sentences_short: 'Short sentences, about {{count}} words each.',
  sentences_medium: 'Sentences of middle length, about {{count}} words each.',
  sentences_long: 'Long sentences, about {{count}} words each.',
  length: 'Posts of about {{count}} characters.',
  emoji_none: 'No emoji.',
  emoji_some: 'An emoji now and then.',
  emoji_often: 'About {{count}} emoji a post.',
  questions_none: 'No questions.',
  questions_some: 'A question in {{count}} of {{of}} posts.',
  questions_often: 'Nearly always a question.',
  exclamations_none: 'No exclamation marks.',
  exclamations_some: 'An exclamation mark now and then.',
  exclamations_often: 'Exclamation marks in most posts.',
  hashtags_none: 'No hashtags.',
  hashtags_some: 'About {{count}} hashtags a post.',
  links_often: 'A link in most posts.',
  person_i: 'Speaks as “I”.',
  person_we: 'Speaks as “we”.',
  person_you: 'Speaks to the reader as “you”.',
  person_none: 'Speaks of the subject, not of “I” or “we”.',
  one_block: 'One block of text.',
  paragraphs: 'Several short paragraphs with blank lines between them.',
} as const;
