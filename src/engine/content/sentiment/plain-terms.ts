/** What says little about the mood, whatever its words are rated; terms separated by `;`. See social-terms.ts. */
export const plainTerms: readonly (readonly [number, string])[] = [
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
];
