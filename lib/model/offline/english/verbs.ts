/**
 * Verbs that things to do begin with, so that "buy milk" is read as a task and "and call mom" as a second one.
 * Words that are nouns as often as verbs count only where something follows them.
 */
import { wordList, words } from "./words";

/** Imperatives that begin a task. */
export const TASK_VERBS = words(`
  accompany achieve fuel acknowledge acquire activate adapt admire advise agree allocate amend analyse analyze announce
  appoint argue arrive attach authorise authorize braid broadcast circulate clarify classify communicate compress
  conduct construct contribute declutter deduct deep-clean demolish detangle dilute disconnect distribute divide
  educate enclose engrave enquire ensure entertain equip establish estimate evict extract fasten fertilise
  fertilize fulfil furnish generate illustrate initiate insert integrate itemise itemize jot knead maintain
  microchip modify obtain operate orchestrate overhaul oversee pollinate preserve prioritise prioritize procure
  realign rebuild recalibrate recommend redecorate refinish replant represent resend restring retake reupholster
  scour select separate spay sprinkle straighten strengthen synchronise tackle telephone tend transcribe
  troubleshoot unscrew upholster weave whitewash whittle sculpt etch resole rehem quilt deworm defragment revisit
  reinstall relocate rinse ventilate winterise winterize
  accept adjust apply arrange ask assemble assign attend back bake bathe beat become begin bill bleach block boil
  book borrow brew bring browse brush build bury buy calculate call cancel carry cash catch celebrate change charge
  chase chat check chop choose claim clean clear climb clip close collect color colour comb come compare compile
  complete compose confirm congratulate connect contact convert cook copy count cover create cut deal debug declutter
  decide decline declare decorate defrost deliver deploy deposit descale design develop dig discuss disinfect disable
  dispatch dispute do donate download draft drain draw dress drink drive drop dry dust dye eat edit email empty
  enable encourage end enrol enroll enter escalate evaluate examine exchange exercise explain explore export extend
  feed fetch figure file fill finalise finalize find finish fix fly fold follow forward frame freeze fry gather get
  give glue go grab grade grease greet grill grind groom grow hand hang harvest have help hem hide hire hook hoover
  host hunt identify implement improve inform inspect install interview introduce investigate invite invoice iron
  join keep knit label laminate launch learn leave lend let light list listen load lock log look lubricate mail make
  manage mark marinate measure meditate meet memorise memorize mend merge message migrate mix monitor mop move mow
  nail negotiate notify number oil open order organise organize outline pack paint park pass patch pawn pay peel
  phone photograph pick ping plan plant plaster play plug plumb polish pop post postpone pot pour practice practise
  pray prep prepare present press price print process program proofread propose prune publish pull pump purchase push
  put query quit quote raise rake read rebook recharge reconcile record recycle redeem refactor refill refinance
  refund register rehearse relax release remind remove rename renew renovate rent repair repaint replace reply repot
  report request research reschedule reseal reserve reset resize resolve respond rest restart restock restore return
  review revise rewrite ride rinse roast rotate run sand save scan schedule scrub seal search secure see sell send
  service set settle sew share sharpen shave shine ship shop shovel show shower shred sign simplify sing sit skim
  skype sleep slice smoke soak solve sort source speak spend split spray stack start steam sterilise stitch stock
  stop store stretch strip study submit subscribe sue supervise survey sweep swim switch sync tail take talk tape
  taste teach tell test text thank thaw think throw tidy tie tighten tip toast top touch track trade train transfer
  translate transplant treat trim try tune turn tutor tweet type unblock unclog undergo unload unpack unplug
  unsubscribe update upgrade upload use vacate vaccinate vacuum validate varnish verify visit volunteer vote wait
  wake walk warm wash watch water wax wear weed weigh whip wipe withdraw work wrap write zip hoover ring buzz swing
  drop pickup chase sanitize descale fax skype zoom facetime whatsapp venmo google netflix cycle jog bike hike surf
  ski babysit housesit petsit decant brainstorm finalise spellcheck double-check re-check recheck preorder pre-order
  rsvp resubmit rehang regrout rewire resew reupholster reheat reorder re-order reorganize reorganise reread re-read
  lay lift shift spread stain stop supply squeeze swap soften season scout scrape screw scrap schedule wean wind wire
  break buff bleed bolt bind bid bundle caulk chill coach code commit consult cough craft crop deactivate defend
  delegate demo detail dine direct dismantle dye empty erase feed film flip flush fund fumigate gift gut haul heat
  hose insulate insure jump kick knead lease level lube milk mount nominate nudge pitch pickle plate plough pressure
  prime puncture rank reclaim recover recruit redo refresh reimburse relocate remember remodel rescue retrieve revisit
  rip rub screen scrutinise ship sift sponsor sprint stamp staple steer stuff style substitute summarise summarize
  tabulate tag tally target tile toss tow trap type unfollow unfreeze untangle wallpaper whisk wish yank
  mulch sow strim jetwash grout worm microchip neuter deworm rehome foster adopt chauffeur nag pester expense lodge appeal
  descale remortgage notarise notarize certify photocopy uninstall reinstall reboot approve redraft annotate shortlist
  onboard debrief auction dispose freecycle repay invest audit replenish rearrange alphabetise courier rsvp ferment
  fit hoist calibrate solder render weld drill saw hammer shelve box serve diagnose assess highlight coordinate opt muck
  shear darn burn unlock shut configure loosen align balance answer warn promote advertise exhibit perform audition burp
  swaddle dispense administer inject triage discharge admit reposition medicate liaise refer dictate countersign witness
  attest petition protest fundraise baptise christen marry bless glaze ventilate microwave blend strain sieve shake crank
  hotwire squeegee repoint pave lop coppice bale combine harrow drench plait archive backup bandage bottle jam compost
  hedge fence roll dose chart fuel dm
  batch-cook meal-prep crochet embroider dry-clean launder handwash disassemble inflate jump-start moisturise floss
  exfoliate massage sterilize sanitise apologise apologize persuade convince haggle sketch carve
  make-up mop-up follow-up top-up touch-up tidy-up set-up sign-up warm-up clean-up pick-up`);

/** Verbs that are nouns as often: "water the plants", but "bread and water". They need an object to count. */
export const NOUN_VERBS = words(`
  water milk oil paper paint book bill mail email text post light file play watch plant plan order print stamp ship
  train drive stock test work study show cook walk run swim ride shop drink dress iron hand back top tip pot seal
  frame label list log mark number nail season paper park pump quote rent report request research rest ring salt
  search service set share shift shower sort sponsor spray start store style supply support surf survey switch tag
  tape target taste tile tie toast touch track trade train trap treat trim tune type visit vote wallpaper wash
  wax weed whip wire wish wrap zip code demo deal detail development design draft dust dye exercise fax file film
  fish flush frame fund gift grade grease grill guide gut heat hem hike hook host hunt jump kick lease level load
  lock look lunch mix mop move name notice object pack pass patch pay peel phone pick pickle pitch plate plug polish
  press price prime process program project pull push record refund release return review rub sand scan scrap screen
  screw sign skype sleep slice smoke soak source speak split stack staple steam stop stretch strip stuff tail talk
  text thaw tow cash change charge check claim clean clip coach copy count cover crop cut cycle dance bake bike bid
  block boil bolt brush buff build bundle cable call cap catch chat chill climb close color colour comb cough craft
  drill saw hammer box balance petition protest discharge microwave strain archive backup bandage bottle jam compost hedge
  fence roll dose chart dm witness bale combine
  expense appeal audit foster massage sketch worm courier auction document copy cream butter pepper sugar flour honey measure address answer`);

/** Verbs behind a subject: "milk should be oat milk" is about milk, and "paint the wall" is not. */
export const SUBJECT_VERBS: ReadonlySet<string> = new Set(
  words(
    "should must needs has had was were can cant went goes gets isnt wasnt arent doesnt didnt hasnt",
  ),
);

/** Things to buy that are verbs too: alone, they are things. */
export const GOODS = words(
  "milk water oil paper paint butter pepper sugar flour honey cream salt stamp plant fish",
);

/** Verbs of this assistant's own work, which no thing to do begins with. */
export const COMMAND_VERBS = words(
  "rename retitle mark reschedule postpone snooze complete tick reopen undo delete",
);

/** Verbs that finish or drop a task as well as they begin another: "check the oven", "clear the garage". */
export const DOUBTFUL_VERBS = words(
  "check close clear wipe resolve wrap strike toss cancel dismiss cut knock forget",
);

/** Verbs that mostly move what is there. */
export const MOVING_VERBS = words(
  "move reschedule postpone push delay shift bump defer rename change update",
);

/** Verbs of this assistant's own work that a list of things to do may have, too: "delete old photos". */
export const LISTED_VERBS = words("delete kill trash del bin ditch nuke axe");

/** Those that delete, whatever they are said of. */
export const STRONG_DELETION = words("delete remove erase");

/** Verbs that nothing to do begins with: what they are said of is there. */
export const MARKING = new Set([
  ...words("mark tick cross uncheck untick unmark reopen rename retitle reschedule postpone undo"),
  "check off",
  "strike off",
]);

type Deed = { change: "delete" | "complete"; sure: boolean };
const deeds = (verbs: string, deed: Deed): [string, Deed][] =>
  wordList(verbs).map((verb) => [verb, deed]);

/** What is said to be done with something in a list of things to do; with a task of just that title it may be meant. */
export const DEEDS: ReadonlyMap<string, Deed> = new Map([
  ...deeds("delete remove erase", { change: "delete", sure: true }),
  ...deeds("cancel scrap drop kill bin ditch clear", { change: "delete", sure: false }),
  ...deeds("complete", { change: "complete", sure: true }),
  ...deeds("finish", { change: "complete", sure: false }),
]);

/** Verbs of an appointment, which "cancel" is said of without doubt. */
export const APPOINTMENT_VERBS = words(
  "book schedule attend go see visit meet have do make arrange",
);

/** What is called off, where it is there: "cancel my appointment". */
export const APPOINTMENTS = words("appointment appt meeting reservation booking interview haircut");

/** "the store and buy milk": going somewhere to do something is one thing to do. */
export const GOING = words("go come run drive walk head pop nip swing try");
export const ERRAND_VERBS = words("buy get grab pick collect return see find ask check fetch drop");

/** Past forms that are not made with -ed, with their verb. */
export const PAST: ReadonlyMap<string, string> = new Map(
  wordList(`
  bought:buy called:call paid:pay sent:send got:get did:do made:make wrote:write took:take brought:bring fed:feed
  read:read cut:cut put:put went:go met:meet gave:give told:tell spoke:speak swept:sweep found:find built:build
  sold:sell drove:drive ran:run swam:swim ate:eat drank:drink held:hold kept:keep left:leave lent:lend hung:hang
  rang:ring sang:sing sewed:sew shut:shut slept:sleep taught:teach thought:think threw:throw tore:tear wore:wear
  woke:wake won:win wound:wind set:set sat:sit saw:see began:begin broke:break caught:catch chose:choose drew:draw
  flew:fly forgave:forgive froze:freeze grew:grow knew:know laid:lay led:lead lit:light lost:lose mown:mow rode:ride
  sought:seek shook:shake spent:spend split:split stuck:stick withdrew:withdraw done:do written:write taken:take
  given:give spoken:speak gotten:get gone:go seen:see chosen:choose drawn:draw thrown:throw rung:ring driven:drive
  eaten:eat picked:pick mopped:mop`).map((pair) => {
    const [past = "", verb = ""] = pair.split(":");
    return [past, verb];
  }),
);

/** The verb of a past form, or undefined: "called" and "mopped" are, "red" is not. */
export const verbOfPast = (word: string): string | undefined => {
  const irregular = PAST.get(word);
  if (irregular) return irregular;
  if (!word.endsWith("ed") || word.length < 5) return undefined;
  const stem = word.slice(0, -2);
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1"), stem.replace(/i$/, "y")];
  // "refuelled" is fuelled again.
  return candidates.find(
    (verb) => TASK_VERBS.has(verb) || TASK_VERBS.has(verb.replace(/^re-?/, "")),
  );
};
