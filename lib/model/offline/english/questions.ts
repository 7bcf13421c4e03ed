/**
 * The closed vocabulary of questions about the list. A clause made of these words and a date alone asks to see tasks;
 * one word outside it ("the weather") makes it something else.
 */
import { words } from "./words";

/** Words that carry no filter. */
export const LIST_FILLERS = words(`
  a an the my me i ive im we us our you your is are was am be been being do does did doing doin have has had having got
  get gotten any anything something to for of on in at up this that with there theres what whats which how much show
  list lists display see view give gimme say tell let lemme please pls all every everything each need needs should must can
  could would will wanna want like look looking at now currently right so far plate agenda schedule calendar plan plans
  coming happening going ahead it its them they those these out again full entire whole current ones one thing things
  stuff item items task tasks todo todos to-do to-dos tsk tsks work chores errands reminders entries read print pull
  bring check go over through run details whole complete-list lists whats-up about just only also and or but
  hey hi ok okay then else still here where who when ever supposed gotta have-to by before after until due date dated
  deadline deadlines dates status from under new old next later soon today tonight tomorrow yesterday week weekend month year
  day days morning afternoon evening free busy next first start begin focus tackle priorities priority worry actually
  quick summary overview recap rundown breakdown update latest recent recently added created number count many total
  long big size actual real exactly total left late have remain anyone everything's looks sort order sorted ordered by
  tell know remind think set lined lined-up in-store store ahead lie waiting wait facing pressing more most important
  urgent urgently high medium low top over than within rest other forward cover handle me getting-done gets lot
  outta off sitting hanging around missing miss missed forgot forgotten anymore im-doing doing? yet alone accomplish
  hows looking time times whatre whatve whatd wat wats wht hw mny shw lst mine name names titles title fill catch me's remaining already side thats planned rn which whose job jobs talk walk take leave leaves leaving left-over remains aught naught stands sits found affairs matters duties
  obligations errands`);

/** Words that make a clause about the list at all. */
export const LIST_ANCHORS = words(`
  task tasks todo todos to-do to-dos tsk tsks list lists agenda item items reminders chores errands everything anything
  plate pending open outstanding remaining left unfinished incomplete undone due overdue late behind done completed
  finished complete upcoming next priority priorities urgent deadlines deadline schedule undated unscheduled
  do doing plan plans todo's things stuff accomplished free busy coming missed first tackle focus uncompleted ahead all
  happening on summary overview recap rundown rest leave leaves leaving remains remain job jobs`);

export const PENDING_WORDS = words(
  "pending open outstanding remaining left unfinished incomplete undone active uncompleted unchecked unticked remain waiting todo still rest leave leaves leaving remains",
);
export const DONE_WORDS = words(
  "done completed finished complete accomplished closed achieved ticked checked crossed did finish tick complete accomplish",
);
/** Words that turn "done" into "still to do": "what do I have to get done". */
export const NOT_YET_WORDS = words(
  "to needs need not havent hasnt isnt arent still should must left yet be gotta didnt unfinished",
);
export const OVERDUE_WORDS = words("overdue late behind miss missed past-due over-due lapsed");
export const COUNT_WORDS = words("many count number total");
export const NEXT_WORDS = words("next first start tackle focus begin");
export const UNDATED_WORDS = words("undated unscheduled dateless");
export const UPCOMING_WORDS = words("upcoming coming");
export const DONE_OR_OPEN_WORDS = words("all everything every entire whole full");

/** A clause with one of these as its first word asks; with none, it states or commands. */
export const ASKING_WORDS = words(
  "what whats which how who whos where when whens why is are am was were do does did have has had can could should would will shall may might whatre wheres hows whose whom wat wats wht isnt arent dont doesnt didnt havent any anything",
);
/** First words of a command that also stand in the vocabulary. */
export const NOT_LIST_STARTS = words(
  "complete finish tick done check close start begin add do plan schedule mark set get-rid clear focus tackle cover handle need get run go pull bring finished new take walk talk",
);

/** Whom a question with "do" or "have" is about: "do the dishes" asks nothing. */
export const ASKED_OF = words("i we you they");

/** "Tell me what I have" asks, too. */
export const TOLD_WHAT =
  /^(?:tell|show|give|say|let)\b.*\b(?:what|which|whats|how many)\b|^(?:run|take|talk|walk|go) (?:me |us )?through\b|^(?:get|bring|fetch|pull|check)\b.*\b(?:me|what|whats|which)\b/;
