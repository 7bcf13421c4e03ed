/**
 * How English joins things: words between items, and pairs that are one thing.
 */
import { words, phraseSet } from "./words";

export const ITEM_JOINERS: readonly (readonly string[])[] = [
  [",", "and", "then", "also"],
  [",", "and", "then"],
  [",", "and", "also"],
  ["and", "then", "also"],
  [",", "and", "finally"],
  [",", "and", "lastly"],
  ["and", "finally"],
  ["and", "lastly"],
  [",", "finally"],
  ["and", "oh", "also"],
  ["and", "oh", "yeah"],
  ["and", "oh", "and"],
  ["and", "oh"],
  ["oh", "and", "also"],
  ["oh", "and"],
  ["oh", "also"],
  ["oh", "yeah"],
  ["and", "then"],
  ["and", "also"],
  [",", "and"],
  [",", "then"],
  [",", "also"],
  [",", "plus"],
  ["and"],
  ["&"],
  ["+"],
  ["plus"],
  ["then"],
  ["as", "well", "as"],
  ["along", "with"],
];

/** Words joined by "and" that are one thing; either order counts. */
export const BINOMIALS: ReadonlySet<string> = new Set(
  `salt pepper|research development|mac cheese|macaroni cheese|fish chips|bread butter|peanut jelly|butter jelly
  |butter jam|bacon eggs|ham eggs|ham cheese|cheese crackers|cheese onion|chips dip|chips salsa|chips guacamole
  |cookies cream|strawberries cream|peaches cream|biscuits gravy|rice beans|pork beans|oil vinegar|milk cookies
  |milk honey|burger fries|burgers fries|gin tonic|rum coke|wine cheese|wine dine|soup salad|surf turf|meat potatoes
  |bangers mash|sausage mash|pie mash|toast marmalade|spaghetti meatballs|lemon lime|lemon honey|shampoo conditioner
  |washer dryer|washing drying|pots pans|cup saucer|knife fork|knives forks|nuts bolts|hammer nails|needle thread
  |pen paper|pens paper|pencil paper|lock key|hat gloves|hat scarf|shirt tie|socks shoes|shoes socks|bra knickers
  |terms conditions|health safety|profit loss|profits losses|pros cons|questions answers|q a|r d|p l|t c|b b|a e|m a|m s
  |supply demand|trial error|arts crafts|rock roll|drum bass|rhythm blues|black white|day night|mom dad|mum dad|mother father
  |mr mrs|bed breakfast|board lodging|hide seek|lost found|pick drop|wear tear|bits pieces|odds ends|ins outs|ups downs
  |dos donts|hours minutes|front back|up down|in out|back forth|left right|top bottom|start stop|before after|first last
  |name address|names addresses|username password|email password|date time|time place|size color|size colour
  |sales marketing|marketing sales|accounts payable|finance accounting|hr finance|legal compliance|audit risk|risk compliance
  |food drink|food drinks|food wine|food water|drinks snacks|coffee cake|tea cake|tea biscuits|coffee donuts|coffee bagels
  |cats dogs|cat dog|dogs cats|aunt uncle|bride groom|husband wife|brother sister|son daughter|grandma grandpa|king queen
  |bath body|body mind|mind body|hair makeup|hair nails|nails hair|skin hair|tooth nail|hands knees|head shoulders
  |crime punishment|war peace|pride prejudice|sense sensibility|beauty beast|tom jerry|romeo juliet|calvin hobbes|ben jerrys
  |bed bath|bath beyond|johnson johnson|marks spencer|barnes noble|procter gamble|at t|rise shine|starsky hutch
  |dungeons dragons|snakes ladders|fast furious|law order|lilo stitch|harry sally|will grace|rick morty|angels demons
  |living dining|kitchen bathroom|bedroom bathroom|hall stairs|doors windows|windows doors|walls ceiling|walls ceilings
  |tables chairs|table chairs|desk chair|sheets towels|sheets pillowcases|linen towels|hooks eyes|plug socket|nuts raisins
  |fruit veg|fruits vegetables|fruit vegetables|fruits veggies|fruit nuts|veg fruit|dip chips|cheese wine|rice curry|dal rice
  |curry rice|roti sabzi|idli dosa|beans toast|sweet sour|salt vinegar|cream sugar|milk sugar|sugar milk
  |track field|cut paste|copy paste|search rescue|search replace|find replace|drag drop|plug play|stop go|hit run
  |open close|buy sell|rent buy|wash wear|wash dry|trial run|safe sound|peace quiet|rest relaxation|tax insurance
  |tires brakes|oil filter|oil filters|brakes tires|lights sound|sound vision|audio video|radio tv|tv radio|phone internet
  |gas electric|gas electricity|water electric|water electricity|electric water|rent utilities|council tax|bed mattress
  |smoke carbon|fire smoke|home contents|house contents|home auto|car home|life health|dental vision|vision dental
  |birth marriage|death taxes|wills trusts|stocks bonds|debits credits|income expenses|assets liabilities|input output
  |plates cups|cups plates|plates napkins|forks knives|paper pens|paper pencils|pens pencils|pencils erasers|glue scissors
  |parent teacher|mind soul|heart soul|blood urine|height weight|eye ear|ear nose|nose throat|mouth teeth|fun games
  |science technology|arts science|arts culture|math science|maths physics|history geography|english maths|reading writing
  |design technology|engineering design|planning development|training development|learning development|diversity inclusion
  |aims objectives|goals objectives|roles responsibilities|policies procedures|rules regulations|standards guidelines`
    .replace(/\n\s*/g, "")
    .split("|")
    .map((pair) => pair.trim()),
);

/** Those that stay one even in a list: "oats, milk, salt and pepper", but "milk, ham and eggs". */
export const TIGHT_BINOMIALS = phraseSet(
  "salt pepper|research development|mac cheese|macaroni cheese|fish chips|oil vinegar|salt vinegar|gin tonic|rum coke|nuts bolts|bits pieces|odds ends|arts crafts|terms conditions|profit loss|bed breakfast|pots pans|marks spencer|ben jerrys|r d|p l|t c|q a|h m",
);

/** Places that one goes to in order to do the thing that follows. */
export const SAME_THING =
  /\b(?:to|by|into|round to|over to|past|down to|up to)\s+(?:the\s+|a\s+|my\s+)?(?:\S+\s+)?(?:store|shop|shops|supermarket|market|mall|pharmacy|chemist|bank|post office|library|bakery|butcher|hardware store|garage|station|dmv|office|school|town|ikea|tesco|costco|target|walmart|aldi|lidl|cvs|corner shop|grocery store|cleaners|dry cleaners)\b/i;

/** How a list of things to get begins. */
export const SHOPPING =
  /^(?:buy|get|grab|purchase|order|pick up|stock up on|bring)\b(?:\s+(?:me|us)\b)?/i;

/** Verbs that each of several things with a date of its own shares: "call mum tomorrow and dad on friday". */
export const SHARED_VERB =
  /^(?:buy|get|grab|purchase|order|pick up|call|ring|phone|text|email|message|meet|visit|see|feed)\b/i;

/** Those that share theirs only with "the" or "my" behind them: "pay rent on the 1st and gym at 6" is no gym to be paid. */
export const SHARED_WITH_ARTICLE =
  /^(?:pay|submit|send|return|hand in|finish|water|clean|wash|book|renew|read|write|walk|fix|paint)\b/i;

export const SHOPPING_COLON = /^(buy|get|grab|purchase|order|pick up|stock up on)\s*:\s*(\S.*)$/i;

/** "…, and another task …": one more. */
export const TASK_AGAIN =
  /^(?:a|another|one)\s+(?:(?:more|new|second|third|separate|further)\s+)?(?:task|todo|to-do|reminder)\b(?!\s+(?:force|list|manager|board|group|app))|^(?:another\s+)?one\s+to\s+(?!one\b)/i;

/** Verbs that people are called by. */
export const VERB_NAMES = words(
  "mark bill pat rob sue will grant chase frank jack josh skip ray hope grace drew dean wade",
);

/** What a noun before it belongs to: "water bill", "phone charger", "paper towels" are no things to do. */
export const COMPOUND_HEADS = words(
  "bill bills bottle bottles filter filters tank meter charger chargers case cover towel towels bulb bulbs bag bags card cards box boxes tablets pan pans foil brush brushes food feed oil paper stuff soap machine powder liquid spray list lists tray trays rack pot pots screen cream holder tax insurance fee fees",
);

/** Nouns that are verbs where these follow: "study for the quiz". */
export const PHRASAL = phraseSet(
  "study for|study with|pay bills|pay bill|pay fees|pay tax|pay insurance|shop for|search for|work on|work at|work from|work in|vote for|vote on|vote in|pack for|pack up|talk to|look for|look at|look into|chat with|practice for|run to|walk to|drive to|swing by|check in|check on|check with|wash up|tidy up|clean up|call in|call about|email about|report to|report on|apply for",
);

/** What a task is called. */
export const TASK_WORD = /^(?:task|tasks|todo|todos|item|items|reminder)$/;

/** A phrase that ends in a task's being one, or begins with its number. */
export const NAMED_TASK =
  /\b(?:task|todo|to-do|item|reminder|one)s?(?: (?:as )?(?:done|complete|completed|finished|please))?$|\b(?:task|number) \d+\b/;

/** What may be one more thing to be dealt with the same way. */
export const ONE_MORE = /^(?:also\s+)?(?:the|my|our|task|number|#)\s*\S+(?:\s+\S+){0,3}$/i;

/** What is left open, behind what was done. */
export const NOT_YET = /\bnot\s+(?:yet|done|ready|finished)(?:\s+yet)?$|\bstill\s+open$/i;

/** What a date is called, before it: "pay the rent, deadline friday". */
export const DUE_NOUN = /^(?:due|deadline|date)$/;

/** What a note is called, before it. */
export const NOTE_NOUN = /^(?:note|notes|description|desc|details|comment)$/;

/** First words of a remark behind something to do, which is no part of it. */
export const REMARK_STARTS = words(
  "i im ive we were as so lol haha hope hopefully thanks sorry if",
);

/** "pack: goggles and towels", "order - toner, paper": a verb that heads a list of what it is said of. */
export const VERB_HEAD =
  /^(?:(?:please|pls|and|then|also)\s+)*(\p{L}+(?:\s+(?:up|out|off|in|back|down))?)\s*(?::|\s[-–—]+\s|\s?[-–—]+\s)\s*(\S.*)$/iu;

/** Verbs of which what stands behind a colon is the text, and no list. */
export const NO_VERB_HEADS = words(
  "note read remember remind say tell write draft add list plan work meet check text test study",
);
