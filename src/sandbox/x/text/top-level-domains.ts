const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo bq br bs bt bv bw by bz ca ' +
  'cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga ' +
  'gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ' +
  'ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt ' +
  'mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru ' +
  'rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw ' +
  'tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

const generic =
  'com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx academy agency ' +
  'app art bar best blog business cafe camp capital care careers center chat church city cloud club coach codes coffee ' +
  'community company computer cool courses credit dance date deals delivery design dev digital direct directory dog ' +
  'earth education email energy engineering estate events exchange expert express family fan farm fashion film finance ' +
  'fish fit fitness flights foundation fun fund gallery game games garden gift global gold graphics green group guide ' +
  'guru health help holiday host hotel house how ink institute international jetzt kitchen land law legal life link ' +
  'live loan lol london ltd market marketing media men money movie network news ngo ninja nyc one online org page paris ' +
  'partners parts party pet photo photography photos pics pizza place plus press productions properties pub quest radio ' +
  'recipes rent repair report rest review reviews rocks run sale school science services shop show site social software ' +
  'solar solutions space sport store studio style support systems team tech technology tips today tools top tours town ' +
  'toys trade training university vacations ventures video vip voyage watch web website wedding wiki win work works ' +
  'world wtf xyz yoga zone berlin google youtube microsoft amazon apple';

/** The two-letter country domains. */
export const countryDomains: ReadonlySet<string> = new Set(countries.split(' '));

/** The general domains that people really write; not the whole of IANA's list. */
export const genericDomains: ReadonlySet<string> = new Set(generic.split(' '));
