const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also am an and any are aren't as at be because been before being below
    between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each even
    ever every few for from further get gets getting go goes going got had hadn't has hasn't have haven't having he
    he'd he'll he's her here here's hers herself him himself his how how's i i'd i'll i'm i've if in into is isn't it
    it's its itself just let let's like made make makes many may me might more most much must my myself need new no nor
    not now of off on once one only or other our ours out over own please really same say says see she she's should
    shouldn't so some still such take than that that's the their theirs them themselves then there there's these they
    they'd they'll they're they've this those through thanks thank to today too two under until up us very via want was
    wasn't way we we'd we'll we're we've well were weren't what what's when where which while who whom why will with
    within without won't would wouldn't yes yet you you'd you'll you're you've your yours yourself amp rt`,
  es: `el la los las un una unos unas de del al y o que en es por para con no se su sus lo le les más muy pero como este
    esta estos estas ese esa hay ya está están son ser fue nos nuestro nuestra tu tus mi mis si sí todo todos cuando
    donde porque también hoy desde hasta entre sobre sin`,
  fr: `le la les un une des du de et ou que qui en est sont pour par avec ne pas se sa ses son ce cette ces il elle nous
    vous ils elles je tu on au aux plus très mais comme dans sur sans tout tous notre votre nos vos être avoir c'est
    d'un d'une j'ai aujourd'hui leur leurs où`,
  de: `der die das den dem des ein eine einen einem einer und oder dass ist sind für mit nicht auf im in zu zum zur von
    vom bei sich auch wir ihr sie er es ich du wird werden war haben hat aber wie noch nur nach über aus mehr sehr
    heute unsere unser uns euch man kann durch`,
  pt: `o os as um uma uns umas de do da dos das e ou que no na nos nas é por para com não se seu sua seus suas mais
    muito mas como este esta isso foi são está você vocês nós nosso nossa também já ao à pelo pela hoje quando sem`,
  it: `il lo la i gli le un uno una di del della dei delle e o che in è per con non si suo sua più ma come questo questa
    sono ha ho hai anche nel nella al alla dal dalla da noi voi nostro nostra oggi quando molto tutto tutti`,
  nl: `de het een en of dat die in is zijn voor met niet op te van aan ook wij we jullie hij zij ik je jij wordt worden
    was hebben heeft maar als nog naar over uit meer zeer vandaag onze ons bij om er kan deze dit`,
  sv: `och att det är som en ett på för av med till inte den har de vi jag du han hon men om så kan från vid eller när
    också mycket nu idag oss vår våra ska`,
  pl: `i w na z do nie się to że jest są o a dla od po jak ale co przez tym ten ta te czy już tylko oraz dziś jego jej
    nas nasz można być był było`,
  tr: `ve bir bu da de için ile çok ama ne gibi daha var yok olan olarak en kadar sonra ben sen biz siz onlar mi mı değil
    bugün her şey`,
  id: `dan yang di ke dari ini itu untuk dengan tidak ada akan pada juga sudah kami kita saya anda adalah atau bisa
    lebih oleh hari dalam`,
};

/** The small words of some languages in Latin letters, by language code: they tell the language and make no keyphrase. */
export const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([code, words]) => [code, new Set(words.split(/\s+/))] as const),
);
