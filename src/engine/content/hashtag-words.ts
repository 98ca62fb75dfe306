/** Common words of hashtags, to find the borders in one written without capitals. */
export const hashtagWords: ReadonlySet<string> = new Set(
  `a ad ads ai all and app apps art at baby back beach beauty best big black blog book books boost brand branding business
  buy by camp care career cat cats change chat city climate club code coffee community content cook cooking creative
  creator cup customer daily data date day days deal deals design designer dev digital diy dog dogs dream earth easy eco
  education email energy engineering event events expert fact facts family fashion festival film fit fitness focus food
  for free friday friend friends from fun fund future game gaming garden get gift girl give go goal goals good great green
  group growth guide gym hack hacks happy health healthy help hiring history holiday home house how hot idea ideas
  influencer insight inspiration instagram intelligence is it job jobs join kids kitchen launch leader leadership learn
  learning life lifestyle like live living local love made make maker makers making man market marketing mental mind
  mindset monday money motivation music my national nature new news night now ocean of office on online open opportunity
  organic our out parent party people pet pets photo photography plan plant podcast positive post power press pro product
  productivity project quote quotes read real recipe recipes remote research road run safe sale sales save school science
  sea self seo service share shop shopping show skill skills sky small smart social space sport sports spring start
  startup startups stay step story strategy style success summer sunday support sustainability sustainable talk team tech
  technology thank thanks the this throwback thursday time tip tips to today tool tools top training travel trend trends
  tuesday tutorial up update video vibes vote watch water we weather web wednesday week weekend wellness wild win wine
  winter with woman women work workshop world write writer writing yoga you your youth`.split(/\s+/),
);
