/** What lifts a text, the rating before each group, terms separated by `;`. See social-terms.ts. */
export const praiseTerms: readonly (readonly [number, string])[] = [
  [
    3.2,
    `best ever; best day ever; over the moon; out of this world; love of my life; dream come true; dreams come true;
favorite person; in love with; absolutely love; so in love; greatest of all time; mind blowing; mindblowing; mind-blowing;
chef's kiss; to die for; second to none; life changing; life-changing; made my day; make my day; makes my
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
bomb; the goat; goals; squad goals; relationship goals; couple goals; game changer; game-changer; must see; must-see;
must read; must-read; must watch; must have; must-have; highly recommend; highly recommended; worth every
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
