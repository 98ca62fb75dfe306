/** What weighs a text down, the rating before each group, terms separated by `;`. See social-terms.ts. */
export const blameTerms: readonly (readonly [number, string])[] = [
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
];
