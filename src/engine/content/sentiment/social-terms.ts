/**
 * Words, slang and expressions of social media with a rating, -4 to 4, that VADER's lexicon lacks or that mean something
 * else in company ('super bowl', 'black friday', 'dope'). Written by hand for OCMA from general knowledge of the language,
 * not drawn from any data set. A rating of 0 marks what says little about the mood, whatever its words are rated.
 */
const rated: readonly (readonly [number, string])[] = [
  [
    3.2,
    `best ever; best day ever; over the moon; out of this world; love of my life; dream come true; dreams come true;
favorite person; in love with; absolutely love; so in love; greatest of all time; mind blowing; mindblowing; mind-
blowing; chef's kiss; to die for; second to none; life changing; life-changing; made my day; make my day; makes my
day; made my week; made my night; made my year; breathtaking; breath taking; phenomenal; spectacular; sensational;
jaw dropping; jaw-dropping; heartwarming; heart warming; exquisite; flawless; flawlessly; legendary; goosebumps;
unforgettable; masterpiece; mesmerizing; exceptional; outstanding; magnificent; ecstatic; elated; euphoric;
overjoyed; stoked; masterclass; world class; world-class`,
  ],
  [
    2.7,
    `can't wait; cant wait; cannot wait; can not wait; couldn't wait; so excited; super excited; so pumped; so hyped; so
ready; so happy; so proud; so blessed; so grateful; so thankful; so stoked; too cute; so cute; so beautiful; so
adorable; so good; so much fun; so fun; so great; so amazing; so cool; so awesome; happy birthday; happy bday; happy
anniversary; congrats; congratulations; congratz; grats; kudos; bravo; hell yeah; hell yes; heck yeah; heck yes;
fuck yeah; fuck yes; fuckin yes; oh yeah; yesss; yess; yaaas; yaas; yas; yass; woohoo; woo hoo; wooo; woo; wahoo;
yippee; hooray; hurray; huzzah; yayy; yay; adorable; gorgeous; stunning; amazeballs; badass; bad ass; kick ass;
kickass; kicks ass; kicked ass; killing it; killed it; kills it; nailed it; nails it; crushed it; crushing it;
smashed it; smashing it; owned it; rocked it; slayed; slaying; on fire; on point; on fleek; the bomb; the shit; da
bomb; the goat; goals; squad goals; relationship goals; couple goals; game changer; game-changer; must see; must-
see; must read; must-read; must watch; must have; must-have; highly recommend; highly recommended; worth every
penny; well deserved; well-deserved; much deserved; well earned; thank god; thank goodness; thank heavens; god
bless; bless you; hats off; standing ovation; spot on; top notch; top-notch; first class; five stars; 5 stars;
10/10; 100/100; a+; love it; love this; love that; love you; love u; luv u; love ya; loving it; loving this; loved
it; loved this; i love; i loved; we love; i adore; love my; love him; love her; love them; loves me; love to see;
love how; love when; love the; lovin; iloveyou; ily; ilysm; <3`,
  ],
  [
    2.2,
    `looking forward; look forward; looks forward; excited; excited about; excited for; excited to; thrilled; delighted;
pumped; hyped; psyched; amped; fired up; proud of; proud to; shout out to; shoutout to; shout out; shoutout; s/o;
well done; good job; great job; nice job; nice work; good work; great work; way to go; keep it up; keep up the;
thank you; thank u; thankyou; thanks; thx; thnx; tysm; ty for; thanking; cheers; appreciate; appreciated; much
appreciated; grateful; thankful; blessed; thanku; my favorite; my favourite; favorite; favourite; fave; faves; fav;
favs; all time favorite; best friend; best friends; bestie; besties; bff; the best; best of; one of the best; so
nice; so sweet; so kind; super fun; great time; good time; good times; great times; great day; good day; great
night; good night out; great weekend; great show; great game; great news; good news; good luck; best wishes; best of
luck; have fun; having fun; had fun; having a blast; a blast; had a blast; have a blast; fun times; fun time; feel
good; feeling good; feels good; felt good; feel great; feeling great; feels great; looking good; looks good; looks
great; looks amazing; look great; look amazing; look beautiful; sounds good; sounds great; sounds fun; worth it; so
worth; turnt; turn up; litty; lit af; is lit; was lit; dope; dopeness; hella dope; fire af; straight fire; fleek;
gucci; slay; slays; epic; superb; fab; fabulous; fantastic; wonderful; marvelous; marvellous; brilliant;
brilliantly; splendid; terrific; delicious; delish; yummy; yum; scrumptious; tasty; mouthwatering; cutie; cuties;
hottie; babe; sweetheart; sweetest; sweetie; cutest; prettiest; happiest; funniest; greatest; coolest; finest;
loveliest; kindest; nicest; smartest; strongest; proudest; hilarious; lmfao; lmaoo; lmaooo; heartfelt; inspiring;
inspirational; inspires me; inspired by; uplifting; empowering; empowered; joyful; jubilant; cheerful; magical;
dreamy; iconic; legend; legends; hero; heroes; queen of; king of; goddess; angel; masterful; victorious; triumphant;
triumph; champions; champs; undefeated; unbeaten; unstoppable; unbeatable; w00t; woot; rad; sick beat; gnarly; swag;
ballin; winning; clutch; beast mode; beastmode; beasting; savage win; what a game; what a goal; what a win; what a
night; what a day; what a show; what a performance; what a time; what a player; what a song; what a voice; what a
save; what a catch; what a great; what a beautiful; what an amazing; what an awesome; so much love; much love; lots
of love; sending love; big love; xoxo; xx; xxx; hugs; big hug; smile on my face; can't stop smiling; can't stop
listening; can't get enough; cannot get enough; on repeat; obsessed; obsessed with; addicted to; crush on; swoon;
swooning; heart eyes; melts my heart; my heart is full; feels; so real; the realest; real mvp; mvp; perfection;
simply perfect; picture perfect; perfect for; perfect way; couldn't be happier; never been happier; couldn't ask
for; can't complain; no complaints; no regrets; no worries; no problem; not bad; not too bad; not too shabby; can't
go wrong; never disappoints; never disappoint; doesn't disappoint; didn't disappoint; did not disappoint; never gets
old; never fails; nothing better; nothing beats; no better; doesn't get better; can't be beat; hard to beat; better
than ever; gets better; getting better; got better; feel better; feeling better; much better; so much better; even
better; better days; the better`,
  ],
  [
    1.6,
    `let's go; lets go; lets gooo; let's do this; lets do this; bring it on; here we go; come through; come on you;
fingers crossed; hopefully; hope to see; hope you enjoy; hope you have; hope y'all; hope everyone; hope you're; i
hope you; stay strong; stay safe; get well; prayers; praying for; pray for; rooting for; root for; cheering; go
team; good morning; goodmorning; good afternoon; morning everyone; happy friday; happy monday; happy saturday; happy
sunday; happy tuesday; happy wednesday; happy thursday; happy new; happy holidays; happy easter; happy halloween;
happy thanksgiving; merry christmas; eid mubarak; happy eid; happy mothers; happy mother's; happy fathers; happy
father's; welcome to; welcome back; welcome home; glad; glad to; glad you; glad i; happy to; happy for; happy with;
pleased; pleased to; honored; honoured; honored to; humbled; privilege; privileged; lucky to; so lucky; lucky
enough; recommend; recommended; check it out; don't miss; dont miss; do not miss; join us; come join; come see; come
out; come celebrate; celebrate; celebrating; celebrates; celebration; enjoy; enjoying; enjoyed; enjoys; enjoyable;
treat yourself; treats; giveaway; giving away; free tickets; a chance to win; chance to win; enter to win; win a;
won the; wins the; won a; win the; beat the; beats; victory; winner; winners; champion; champion of; gold medal;
record breaking; award winning; award-winning; awarded; award; ace; aced; passed my; got accepted; got the job; new
job; finally got; finally here; finally home; finally done; finally have; finally finished; finally saw; finally
watched; at last; weekend vibes; good vibes; vibes; vibing; chillin; chilling with; relaxing; relax; cozy; comfy;
sunshine; sunny; beautiful day; date night; girls night; road trip; vacation; holiday; party time; bday; birthday
girl; birthday boy; treat; surprised me; nice to; nice one; nice; good one; good stuff; good shit; good show; good
game; good read; great read; great article; great piece; great interview; great to; great way; great start; good
start; strong start; solid; respect; respect for; props; props to; big ups; salute; support our; proudly; loyal;
loyalty; wise; talented; talent; genius; gifted; skilled; classy; elegant; stylish; beautifully; perfectly; greatly;
happily; successfully; smooth; refreshing; fresh; crispy; juicy; comeback; come back stronger; coming home; back
home; reunited; reunion; my boy; my boys; my girl; my girls; my baby; my babies; my man; my love; my heart; my hero;
my idol; my fav; the dream; dream team; dreaming of; miss america; upgrade; upgraded; improved; improvement;
improving; breakthrough; innovative; innovation; healthy; healing; recovered; recovering; saved my; saves; rescued;
donated; donate; charity; volunteer; volunteers; generous; helped; helpful; helping; haha; hahaha; hahahaha; ahaha;
lol; lmao; rofl; hehe; heehee; tehe; funny; laughing; laughed; laughs; laugh; giggle; giggling; giggles; smile;
smiles; smiling; yeah baby; hey girl; bae; boo thang; crush; cute; pretty; handsome; hot; sexy; fine af;
gorgeousness; beauty; beauties; lovely; charming; sweet; fun; cool; awesome; amazing; great; incredible; excellent;
perfect; impressive; impressed; impressed with; remarkable; superior; ideal; favored; golden; glorious; heavenly;
divine; paradise; bliss; blissful; peaceful; serene; soothing; calm; hope; hopeful; optimistic; promising;
confident; ambitious; determined; motivated; motivation; positive; positivity; productive; success; successful;
accomplish; accomplished; achievement; achieved; milestone; deserve; deserves; deserved; earned it`,
  ],
  [
    0.9,
    `good; okay with; ready for; ready to; get ready; getting ready; come with me; join me; see you there; see u there;
see you soon; see you tomorrow; see y'all; see ya; c u; catch up with; hang out; hanging out; kick off; kicks off;
kickoff; premiere; brand new; new album; new single; new music; tune in; don't forget; dont forget; save the date;
tickets available; special guest; guest; lineup; meet and greet; follow me; follow back; follows me; notice me;
please follow; rt if; retweet if; vote for; i need this; need this; need to see; want to see; wanna see; want to go;
wanna go; wish i was there; interesting; interested; exclusive; official; epic battle; concert; festival; carnival;
parade; fireworks; bbq; tailgate; brunch; pizza; coffee; beer; wine; beach; puppy; puppies; kitten; kittens; dog;
cupcakes; cake; chocolate; ice cream; yes please; yes; yep; aww; awww; awe; aw; omg; omfg; wow; whoa; daydream;
memories; throwback; nostalgia; tradition; blessing; bless; amen; praise; worship; hallelujah; lord; jesus; faith;
grace; church; family; friends; friendship; together; sister; mom and; home sweet home; surprise; gift; gifts;
discount; deal; bargain; sale; save big; sweetness; rocks; rock on; rockin; rocking; jam; jams; bop; banger;
bangers; tune; tunes; groove; dancing; dance party; singing; chill; laid back; legit; solid game; smart; clever;
witty; strong; powerful; brave; courage; courageous; heroic; noble; honest; honesty; integrity; kind words; sincere;
genuine; comfortable; safe; secure; trust; faithful; easy; useful; handy; convenient; works great; works well;
affordable; cheap; bonus; extra; plus; benefit; benefits; gain; gains; rise; rises; rising; surge; boom; growth;
growing; boost; boosts; boosted; support; supports; supporting; supported; supporter; supporters; agree; agreed;
agrees; approve; approved; accept; accepted; advantage; lead; leads; leading; top; tops; rally; recover; recovers;
ease; eases; peace; freedom; free; justice; hero's welcome; ally; allies; friend; buddy; pal; homie; homies; fan of;
big fan; huge fan; biggest fan; number one; no 1; first place; 1st place`,
  ],
  [
    0,
    `united; party; parties; play; plays; playing; played; player; game; games; arena; grand; super bowl; superbowl;
super; fire department; well; like; please; pls; number; energy; share; shares; alert; novel; value; want; matter;
matters; interest; important; ok; okay; sure; join; care; save; dream; dreams; help; helps; vision; natural;
original; security; chance; challenge; increase; play off; championship; champions league; premier league; dear;
mature; top of; top 10; top 5; top 20; thanksgiving; thanksgiving day; god; united states; manchester united; man
united; newcastle united; leeds united; west ham united; black; dark; dark souls; dark knight; black friday; black
lives matter; hunger games; war machine; star wars; civil war; cold war; world war; world war z; war room; call of
duty; cut; hard; hard rock; chemical; cross; fighter; foo fighters; strike; shoot; shooting guard; shot; shots;
drop; drops; dropped; stop; stopped; stops; block; blocked; pay; demand; leave; leaving; leaves; lost season; lack;
hell's kitchen; suicide squad; dead or alive; walking dead; grateful dead; fear the walking dead; red dead; breaking
bad; bad blood; bad boys; orange is the new black; ghost; alone; gun; guns; killer queen; the killers; freak show;
misfits; monster hunter; monster energy; monsters inc; ant-man; batman; warriors; stress test; low; lower; nuclear;
racing; raw; pressure; bomb squad; defense; defence; attack on titan; heart of; sunday school; miss universe; miss
usa; miss world; ice; odd; fan; fans; feature; exclusive interview; greeting; certain; clear; clean; light; bright;
fair; state fair; vanity fair; trade fair; book fair; job fair; prize; nobel prize; peace prize; treaty; popular;
relevant; significant; spirit airlines; spirit; pretty little liars; pretty much; pretty sure; kind of; like to;
would like; looks like; look like; feel like; feels like; felt like; seems like; sounds like; just like; like a;
like the; like this; like that; like i; like you; like it's; like he; like she; like we; like they; i'm like; be
like; was like; is like; it's like; more like; something like; someone like; anything like; nothing like; save the;
love island; love actually; crazy in love; i love lucy; fun run; best buy; good friday; good wife; good morning
america; good vibrations; good will; goodwill; good charlotte; the voice; friends with; gold; golden state; golden
globes; golden globe; golden gate; lucky star; hope solo; grace jones; will grace; joy behar; true; true detective;
true blood; wise man; rich; fit; glory; sweet 16; sweet sixteen; sweet home alabama; american beauty; beauty and
the; care act; medicare; health care; healthcare; freedom of; free agent; free agency; free throw; free kick; free
throws; freeman; easy a; easy e; special; special forces; hall of fame; first; share this`,
  ],
  [
    -0.8,
    `actually; ain't; aint; excuse; issue; issues; problem; problems; trouble; delay; delays; delayed; late; slow;
slower; wait in line; waiting on; expensive; overpriced; costs; debt; tax; taxes; fee; fees; fine of; ban; bans;
banned; banning; protest; protests; protesters; protesting; strike over; dispute; controversy; controversial;
critics; criticism; criticized; criticised; allegations; alleged; allegedly; accuse; accused; accuses; accusation;
accusations; claims; charged; charges; lawsuit; sue; sued; suing; sues; suspect; suspected; investigation; arrest;
arrested; jail; jailed; prison; convicted; guilty; crime; crimes; criminal; illegal; unlawful; illegals; immigrants;
refugees; refugee; deport; deported; deportation; border; deny; denied; denies; refuse; refused; refuses; reject;
rejected; rejects; oppose; opposed; opposes; opposition; warn; warns; warned; warning; threat; threaten; threatened;
threatens; threats; fear; fears; risk; risks; concern; concerned; concerns; worry; worried; worries; lie; lies;
lying; lied; liar; liars; fake; hoax; hypocrites; hypocrisy; hypocritical; blame; blames; blamed; blaming; fault;
mistake; mistakes; error; errors; wrong; false; misleading; rumor; rumors; rumours; gossip; leak; leaked; hack;
hacked; hackers; spam; scam; scams; scammers; steal; steals; stealing; stole; stolen; robbed; robbery; thief;
thieves; cheat; cheats; cheated; cheating; cheater; fail; fails; failed; failing; failure; failures; lose; loses;
losing; loss; losses; lost; loser; losers; defeat; defeated; behind by; worst loss; drop out; drops out; pulls out;
withdraw; withdrawn; quit; quits; quitting; resign; resigns; resigned; fired; layoffs; laid off; unemployed;
unemployment; bankrupt; bankruptcy; recession; crash; crashed; crashes; crashing; plunge; plunges; fall; falls;
falling; decline; declines; slump; slumps; tumble; collapse; collapsed; cancel; cancels; canceled; cancelled;
cancelling; postponed; suspended; suspension; shut down; shuts down; closed; closing down; broke; broken; breaks
down; breakdown; damage; damaged; damages; destroy; destroyed; destroys; destroying; destruction; ruin; ruins;
ruined; ruining; injury; injured; injuries; hurt; hurts; hurting; pain; painful; sore; ache; aching; headache;
migraine; ill; sick; flu; fever; virus; disease; cancer; infected; infection; outbreak; ebola; zika; hospital;
surgery; die; dies; died; dying; dead; death; deaths; kill; kills; killed; killing; killings; murder; murdered;
murders; murderer; shooter; gunman; attack; attacks; attacked; attacking; attackers; bomb; bombs; bombed; bombing;
bombings; explosion; terror; terrorism; terrorist; terrorists; isis; isil; daesh; al qaeda; al-qaeda; taliban; boko
haram; hamas; hezbollah; ku klux klan; kkk; nazi; nazis; hitler; massacre; genocide; war on; wars; violence;
violent; abuse; abused; abusive; abuser; rape; raped; rapist; rapists; assault; assaulted; molest; pedophile;
victim; victims; hostage; hostages; tragedy; tragic; disaster; disasters; earthquake; flood; flooding; hurricane;
storm; tornado; drought; crisis; emergency; evacuated; missing; misses; missed; miss you; miss him; miss her; miss
them; miss my; miss u; missing you; miss the; i miss; missin; gone; goodbye; farewell; rip; r.i.p; rest in peace;
funeral; cry; cries; crying; cried; tears; sad; sadly; sadness; lonely; alone in; depress; depressed; depressing;
depression; anxiety; anxious; stress; stressed; stressful; stressing; tired; exhausted; exhausting; sleepy; no
sleep; cant sleep; couldn't sleep; insomnia; bored; boring; bore; boredom; cold; freezing; rain; rainy; raining;
snow; too hot; too cold; homework; exam; exams; finals; midterm; midterms; test tomorrow; back to school; back to
work; work tomorrow; school tomorrow; early morning; up early; monday morning; mondays; traffic; stuck; stuck in;
stuck at; line was; hungry; starving; hangover; hungover; broke af; poor; poverty; homeless; slave; slavery; racism;
racist; racists; racial; bigot; bigots; bigotry; bigoted; sexist; sexism; misogynist; misogyny; homophobic;
homophobia; islamophobia; xenophobia; xenophobic; extremist; extremists; extremism; radical; radicals; thug; thugs;
gang; corrupt; corruption; crooked; crooks; fraud; rigged; propaganda; dictator; regime; tyranny; fascist; fascism;
communist; socialist; bully; bullies; bullied; bullying; troll; trolls; trolling; haters; hater; enemy; enemies;
traitor; traitors; treason; coward; cowards; cowardly; selfish; greedy; greed; arrogant; arrogance; ignorant;
ignorance; rude; lazy; crazy; insane; mental; psycho; creepy; creep; creeps; weird; weirdo; awkward; embarrassing;
embarrassed; embarrassment; ashamed; shame; shameful; shameless; disgrace; disgraceful; disgraced; pathetic;
pitiful; laughable; joke of; a joke; jokes on; clown; clowns; circus; nonsense; rubbish; bull; bs; b.s; crap;
crappy; garbage; trash; trashy; junk; mess; messy; chaos; fiasco; debacle; shambles; nightmare; horror; scary;
scared; scares; scare; afraid; terrified; terrifying; frightening; nervous; paranoid; angry; anger; mad; furious;
outrage; outraged; outrageous; rage; raging; pissed; pissed off; pisses me; irritated; irritating; annoy; annoyed;
annoying; annoys; frustrated; frustrating; frustration; upset; upsetting; disappointed; disappointing;
disappointment; disappoint; let down; letdown; heartbroken; heartbreaking; heart breaking; devastated; devastating;
jealous; jealousy; envy; regret; regrets; regretting; sorry; apologize; apologise; apology; apologies; guilt;
unfortunately; unfortunate; unlucky; bad luck; tough; difficult; struggle; struggles; struggling; struggled; weak;
weaker; weakness; useless; worthless; pointless; meaningless; hopeless; helpless; clueless; senseless; dumb;
dumbass; stupid; stupidity; idiot; idiots; idiotic; moron; morons; fool; fools; foolish; ridiculous; absurd; silly;
ugly; gross; nasty; disgusting; disgusted; stinks; stink; smelly; filthy; dirty; vile; evil; wicked; cruel; cruelty;
brutal; harsh; mean to; toxic; poison; hate; hates; hated; hating; hatred; dislike; dislikes; disliked; despise;
detest; loathe; overrated; underrated; underwhelming; mediocre; lame; lackluster; bland; sloppy; unacceptable;
unfair; unjust; injustice; inexcusable; incompetent; incompetence; irresponsible; reckless; careless; negligent;
unreliable; unprofessional; disrespect; disrespectful; disrespected; offensive; offended; insult; insulting;
insulted; insults; inappropriate; problematic; scandal; cover up; coverup; conspiracy; catastrophe; catastrophic;
horrific; horrible; horribly; terrible; terribly; awful; dreadful; atrocious; appalling; abysmal; horrendous;
ghastly; despicable; deplorable; repulsive; bad; badly; worse; worsening; worsens`,
  ],
  [
    -1.8,
    `hypocrite; can't sleep; bullshit; messed up; meh; worst; fake news; liar liar; not happy; not good; not great; not
cool; not funny; not fun; not ok; not okay; not right; not fair; not worth; not impressed; not a fan; not looking
forward; not excited; not ready; not feeling; not cute; no good; no fun; no thanks; no thank you; no way; no excuse;
no hope; no clue; no idea why; no one cares; nobody cares; who cares; don't care; dont care; doesn't care; couldn't
care less; could care less; don't like; dont like; doesn't like; didn't like; do not like; don't want; dont want;
don't wanna; dont wanna; don't trust; can't trust; don't believe; can't believe; cant believe; don't deserve;
doesn't deserve; can't stand; cant stand; cannot stand; can't deal; cant deal; can't handle; can't even; cant even;
can't take; can't afford; cant afford; can't breathe; doesn't work; doesnt work; not working; won't work; isn't
working; stopped working; never works; don't work; didn't work; won't let me; won't load; doesn't make sense; makes
no sense; make no sense; no sense; never again; never going; never happy; had enough; enough is enough; fed up; sick
of; so sick of; sick and tired; tired of; so tired; so tired of; over it; so over; so done; i'm done; im done; done
with; so bored; so annoyed; so annoying; so mad; so sad; so angry; so pissed; so upset; so stressed; so stupid; so
dumb; so bad; so rude; so weird; so sick; so lame; so disappointed; so unfair; so wrong; so cold; so slow; too bad;
too much drama; too expensive; too late; too far; too slow; way too; gtfo; stfu; shut up; shut the; go away; get
over it; get over yourself; get a life; get out of here; screw you; screw this; screw that; fuck you; fuck off; fuck
this; fuck that; fuck him; fuck her; fuck them; fuck the; fuckers; fucker; motherfucker; motherfuckers; asshole;
assholes; bastard; bastards; dick head; dickhead; douche; douchebag; scumbag; scum; prick; twat; cunt; pos; bitch;
bitches; bitching; whore; slut; hoe; hoes; thot; wtf; wth; what the hell; what the heck; what the fuck; tf is; the
fuck; the hell; ffs; omfg why; smh; smfh; smdh; ugh; ughh; ugggh; argh; grr; grrr; blah; bleh; boo; booo; boooo;
yuck; yuk; ew; eww; ewww; damn it; dammit; god damn; goddamn; goddammit; freaking hate; hate it; hate this; hate
that; hate when; i hate; hate my; hate you; hate how; hate being; hate the; hate to; suck; sucks; sucked; sucking;
sux; blows; it blows; the worst; worst ever; worst thing; worst day; worst part; worst of; fml; kill me; kill
myself; killing me; kms; want to die; wanna die; i'm dead inside; hell no; hell nah; nah; nope; cry baby; crybaby;
want to cry; wanna cry; gonna cry; makes me cry; made me cry; about to cry; breaks my heart; broke my heart; break
my heart; broken heart; heart hurts; my heart hurts; makes me sad; made me sad; makes me sick; make me sick; makes
me mad; makes me angry; gets on my nerves; on my nerves; piss me; pissing me; pissed me; drives me crazy; driving me
crazy; driving me insane; drives me nuts; waste of; wasted; wasting; waste my; waste of time; waste of money; rip
off; ripoff; ripped off; screwed; screwed up; screwed over; fucked; fucked up; effed up; what a joke; what a shame;
what a mess; what a waste; what a disaster; what a disgrace; what an idiot; what a loser; what a moron; what a dick;
what an ass; such a shame; such a joke; such a bitch; such an idiot; such a loser; such a waste; such a mess; such
bs; shame on; be ashamed; how dare; how stupid; how dumb; how sad; how can you; how could you; how do you even; why
would anyone; why would you; why are you so; why are people; why do people; why does everyone; why is everyone; why
do i; why am i; why can't; why cant; why won't; why doesn't; why is it so; what is wrong with; what's wrong with;
wrong with; something wrong; gone wrong; went wrong; going wrong; stop it; please stop; just stop; stop being; stop
trying; stop making; stop acting; need to stop; needs to stop; has to stop; must stop; needs to go; has to go; needs
to be fired; get rid of; should be fired; should be banned; should be ashamed; should resign; in jail; in prison;
behind bars; sent to jail; lock her up; lock him up; impeach; worst president; worst team; down by; lost to; loses
to; lost my; lost the; losing to; out for the season; out for season; torn acl; injury list; out with; ruled out;
blew it; blew a; choke; choked; choking; can't win; cant win; never win; can't score; can't play; can't hit; can't
catch; blown; bottled; relegated; relegation; knocked out; eliminated; embarrassing loss; blowout loss; tragic news;
sad news; bad news; terrible news; bad day; bad mood; bad night; bad week; bad year; bad idea; bad things; bad
taste; bad service; poor service; terrible service; customer service is; worst service; rude staff; waiting for
hours; still waiting; on hold for; no response; no reply; never got; never received; not received; still not; still
no; still hasn't; still haven't; still doesn't; so far behind; out of control; out of touch; out of hand; falling
apart; fell apart; falls apart; going downhill; downhill; gone to hell; go to hell; going to hell; rot in hell; burn
in hell; hell on; war crimes; war criminal; war criminals; ethnic cleansing; death toll; death threats; death
penalty; mass shooting; mass murder; shot dead; shot and killed; found dead; left dead; killed by; killed in; dead
in; dies in; dies at; died of; died in; has died; passed away; passes away; gone too soon; too soon to; in critical
condition; car accident; car crash; plane crash; accident; hit and run; stabbed; stabbing; kidnapped; missing since;
tortured; torture; beheaded; beheading; bombed by; under attack; under fire; racist pig; piece of shit; full of
shit; horse shit; shit show; shitshow; shitty; shithole; shit hole; shithead; like shit; like crap; as fuck sad;
deaf ears; double standard; double standards; unbelievable that; disgusting that; can't be serious; are you kidding;
you kidding me; are you serious; you've got to be kidding; seriously?; no respect; zero respect; lost respect; lost
all respect; lack of; lacks; lacking; no shame; no class; not a single; clearly don't; clearly doesn't; doesn't
understand; don't understand why; don't get why; don't know why; not sure why; no reason; for no reason;
disappointed in; disappointed with; ashamed of; embarrassed for; sorry for your loss; sorry to hear; so sorry; i'm
sorry; im sorry; miss you so; miss it so; miss them so; i miss my; missing my; missing out; missed out; missed it;
miss this; miss that; miss having; can't go; cant go; couldn't go; won't be able; can't make it; not going to; not
gonna; sold out of; forgot my; forgot to; lost it; broke my; stole my; hurts so; hurts my; hurt my; my back hurts;
sore throat; stomach hurts; throwing up; feel sick; feeling sick; feel like crap; feel like shit; feel bad; feeling
bad; feels bad; feel sorry; feel stupid; feel ugly; feel fat; feel alone; feeling down; feel like dying; hate life;
hate everything; hate people; hate mondays; hate school; hate work; hate myself`,
  ],
  [
    -2.6,
    `worst thing ever; worst day ever; worst movie; worst album; worst song; worst experience; piece of crap; piece of
trash; piece of garbage; utterly disgusting; absolutely disgusting; absolutely terrible; absolutely awful; absolute
disgrace; absolute joke; absolute disaster; absolute trash; total disaster; complete disaster; complete joke; total
joke; train wreck; trainwreck; dumpster fire; go kill; fucking hate; fuckin hate; really hate; absolutely hate; hate
hate; die in; drop dead; go die; racist bigot; white supremacist; white supremacists; white supremacy; pure evil;
human garbage; blood on; scum of; scum of the earth; disgusting human; baby killer; child abuse; child abuser; gang
rape; suicide bomber; suicide bombing; cold blooded; innocent people; innocent civilians; killing innocent; kills
innocent`,
  ],
  [
    -2.7,
    `blood on his hands; blood on their hands; blood on your hands; war crime; hate crime; hate crimes; sexual assault;
sexually assaulted; reprehensible; unforgivable; indefensible; barbaric; atrocity; atrocities; islamophobic;
transphobic; antisemitic; antisemitism; anti-semitism; misogynistic; pedophiles; slaughtered; slaughter; massacred`,
  ],
  [
    -2.2,
    `corrupted; crook; scammer; scammed; lied to; lies about; pack of lies; full of lies; full of it; brainwashed;
delusional; unhinged; deranged; tyrant; dictatorship; oppression; persecution; inhumane; police brutality; abuse of
power; an embarrassment; laughing stock; laughingstock; is a joke; disgrace to; waste of space; waste of my time;
rip-off; no excuses; not my president; utter disaster; complete failure; epic fail; clusterfuck; pisses me off;
driving me nuts; pathological; nauseating; intolerable; insufferable; hideous; dead after; airstrike; airstrikes;
air strikes; famine; epidemic; evicted`,
  ],
  [
    -1.6,
    `one sided; one-sided; meltdown; in denial; wake up; grow up; shut it; stop lying; stay away; leave me alone; no
point; what's the point; bogus; phony; sham; smears; slander; bashing; slams; slammed; blasts; blasted; accused of;
indicted; indictment; guilty of; arrested for; impeached; impeachment; rioting; clashes; plummet; plummets; layoff;
outage; sidelined; losing streak; cringe; cringey; cringeworthy; screw up; broke down; traffic jam; nauseous; burnt
out; burned out; in tears; bummed; gutted; condolences; thoughts and prayers; tumour`,
  ],
  [
    1.6,
    `well played; well said; well put; so true; exactly this; good point; great point; good call; great win; big win;
huge win; nice win; good win; victories; championship win; record-breaking; graduated; newlyweds; newborn; welcome
to the world; back on track; fundraiser; humble; role model; much respect; kudos to; thumbs up; two thumbs up; worth
watching; worth reading; worth a read; worth seeing; snuggle; cuddles; cracking up; cracks me up; made me laugh;
made me smile; made me happy; makes me happy; makes me smile; in a good mood; best part; best thing; all smiles;
looking fresh; glow up; free gift; sold out show; packed house; good night; goodnight; happy new year; happy mothers
day; happy mother's day; happy fathers day; happy father's day; happy valentine's day`,
  ],
];

/** The hand-made ratings by term, all in lower case. */
export const socialTerms = (): ReadonlyMap<string, number> =>
  new Map(
    rated.flatMap(([rating, terms]) =>
      terms.split(/;\s+/).map((term) => [term.replaceAll(/\s+/g, ' '), rating] as const),
    ),
  );
