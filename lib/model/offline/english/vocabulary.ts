/**
 * Words that the assistant knows, so that misspelt commands are mended and ordinary words are left alone.
 */
import { wordList } from "./words";
import { CLASSES } from "./classes";
import { RULES } from "./grammar";
import { FOREIGN } from "./talk";
import { TASK_VERBS } from "./verbs";

/** Ordinary words one letter away from a command. */
const LOOKALIKES =
  wordList(`tank tusk tax taxi taxes talks lost last lift lint lisp lime line live dine dome dune dove dose dons bone gone one
  shoe shoes shown slow snow stow mask masks mars mart marks mode mole love loves note notes nose vote data dates late
  gate fate week weed month mouth latte nest text texts first fist second third left remote remotes renames clean
  clears ear year dear bear rear pear wear hear near tear gear open oven opens pending sending ending lending
  dish fish wish finishes compete competes oral order orders mist most must just lust best rest test tests
  rename moved mover mover movie movies moves deal dead bold hold told sold cold gold world word words work works
  place places plates plant plants plans plane planes point print paint pants party parts forms form farm arm
  shelf shop shops shot show shows shower set sets sent send cent rent tent bent mend bend pool tool tools fool cool
  book books look looks cook took hook rock back pack sack lack jack bank banks thank tanks thanks then than them
  they this thin thing things think sing sink since there their these those three trees free tree true truck trick
  check checks cheek cheese chess chest chair chairs close closed cross class glass grass brass pass past pasta paste
  post posts cost host most lost boost roast toast coast coat boat goat meat meal meals deals heal real
  call calls mall malls ball balls hall wall walls tall fall full bull pull bill bills mill kill pill skill still
  start stars star stat state stats stack stick stock shirt short sport spots port pork park parks dark bark
  card cards care cars carts cart part dart art mum mom mums moms dad dads done dont item items idea
  cream dream scream drop drops crop crops stop stops step steps shed shade bird birds birthday third
  sofa soda sort sorts store stove stone stones phone phones prone alone along among
  water waters later latter letter letters litter better butter bitter batter battery matter
  paper papers pepper proper project projects report reports resort record records reward forward
  house horse mouse mousse hours hour our four pour your yours young
  milk silk mild wild child kind mind find fine line lines mine mint wine nine
  tires tyres tiles files file pile pipe pipes ripe rope hope home some come came game name names same tame lame
  lamp lamps camp champ stamp stamps damp map maps lap tap caps gaps bag bags tags rags
  garage garbage message massage passage package packages luggage
  doctor dentist actor factor tractor author other another brother mother father feather leather weather whether
  flower flowers floor flour door doors poor food foot feet feed seed seeds need needs
  flight light lights night right fight sight might tight eight height weight
  table tables cable cables label able stable staple apple apples ample simple sample
  plumber number numbers lumber member members ember timber
  bread broad board boards beard heard heart earth
  insurance assurance entrance advance balance distance instance chance change changes charge charger range orange
  license lesson lessons lemon lemons melon season reason person
  email emails mail mails main pain rain train trail nail nails tail sail snail
  visa vista visit visits credit edit audit exit
  school tool pool cool stool shoot boot boots root roof proof
  gift gifts lift lifts left lefts swift shift
  grocery groceries nursery surgery battery bakery pharmacy
  ticket tickets pocket rocket racket bucket jacket basket blanket market
  clock clocks block lock locks knock sock socks rocks
  gym gum guy guys buy boy toy toys joy day days way ways say pay may
  council counsel console control
  meeting meetings melting mating setting sitting seating heating beating
  call calls cells cell sell shell bell belt felt melt
  meter metre liter litre tire fire fires wire hire dire
  dinner diner winner inner thinner lunch bunch punch munch launch branch brunch
  window windows widow wisdom kingdom
  april august march may june july january february
  monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight morning evening afternoon
  everything nothing something anything everyone someone anyone
  about above again against almost already also always among another any around away because before behind below
  between both bring business city could country course different does down during each early enough even ever every
  example face fact family fast feel few following found from further general give given going good great group had
  hand hands have head help here high him his into its keep know knew large less life like little long made make man
  many mean means men more much never new next not now number off often old once only over own part people perhaps
  possible power present problem program public quite rather room said saw say says school see seem several shall she
  should side small social system take tell time two under until upon use used very want war was went were what when
  where which while white who whole why will with within without woman women world would write year years yet
  tasty trash tray try mess desk risk disk dusk mars pesky clean wednesday medium media radium mod mid mini menu
  deleted delegate deleter removal removed completely completion complex compost compute compile comply
  remain remains remains remaining reminds remand rewind remix remedy
  updated upstate undone undo unto under undue dues duty dude duel fuel
  description prescription subscription inscription
  mark's lists listen listed lister tasked marked marker market shows showed showing adds added adder ladder
  clearing cleaner clearer cleared clearance
  report rapport airport export import import reopen ripen
  nevermind whenever wherever however whatever
  complaint complaints compliant complement compliment competition completion
  receipt recipe recipes receive relate related rotate
  pending spending landing binding reading heading
  pushed push rush brush crush bush bash cash wash dash mash
  shared share shares shave shape sharp shark spark
  bump jump dump lump pump hump trump
  note noted node code rode mode bode tote
  finish finished finishing polish publish spanish danish
  raise rise rice price prices prize nice mice
  flag flags flat float flap slag
  later hater rater cater crater
  priority prior prime primer
  important import imports importance
  normal formal moral coral
  high nigh sigh thigh
  urgent argent agent agents
  lower power tower mower lover cover rover over
  task's ask asks mask bask cask
  lose lost loose nose rose hose pose posed close clothes
  forget forgot forge fridge
  cancel cancer candle candles cannel
  plate slate late plates
  track tracks rack racks crack
  enter centre center renter entire
  make maker makes cake cakes lake lakes take bake fake rake wake sake
  delay relay delays replay display
  defer refer offer
  shift shirt shirts skirt
  bring spring string bringing ring rings king
  date dated rate rates mate
  label labels libel
  handle handles candle
  first fast feast least beast
  these cheese theme
  sure pure cure lure
  nails mails
  oil soil boil foil coil
  deed weeds reeds`);

const grammarWords = (): Set<string> => {
  const found = new Set<string>();
  for (const phrase of Object.values(CLASSES).flat())
    for (const word of phrase.split(" ")) found.add(word);
  for (const pattern of RULES.flatMap((rule) => rule.patterns))
    for (const part of pattern.split(" "))
      if (!/[<{]/.test(part))
        for (const word of part.replace(/[?*]$/, "").split("|")) found.add(word);
  return found;
};

/** What a misspelling may stand for: the words that commands are made of, not every word of the grammar. */
const COMMAND_WORDS = wordList(
  "remember delete remove complete finish finished completed remind rename show task tasks list mark done move change update reschedule postpone priority urgent pending overdue everything description undo today tomorrow cancel reopen please unfinished reminder important create",
);

const known = grammarWords();
for (const word of [...FOREIGN, ...TASK_VERBS, ...LOOKALIKES, ...COMMAND_WORDS]) known.add(word);

export const KNOWN_WORDS = { all: known as ReadonlySet<string>, commands: COMMAND_WORDS };
