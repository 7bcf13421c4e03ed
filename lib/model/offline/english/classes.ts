/**
 * Classes of phrases that the grammar's patterns name. All of them are lower case and without apostrophes, as the
 * tokens are.
 */
import { LEVEL_WORDS } from "@/lib/tasks/priority-language";
import { COURTEOUS_LEADS, DONE_DULY } from "./courtesies";
import { PUT_IT, THANKED, VOCATIVES } from "./parting";

const list = (text: string): string[] =>
  text
    .split("|")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");

export const CLASSES = {
  det: list("a|an|the|my|our|this|that|these|those|some|your|me"),
  new: list(
    "for me|for us|2|3|4|5|6|two|three|four|five|six|few|couple|of|a|an|another|one|more|the|my|me|new|this|these|following|extra|quick|separate|single|simple|little|todo|to-do|some|also|own|personal|errand",
  ),
  task: list(
    "task|tasks|todo|todos|to-do|to-dos|to do|to dos|to do item|to do items|todo item|todo items|item|items|reminder|reminders|entry|entries|chore|chores|thing to do|things to do|tsk|tsks|task item|todo task",
  ),
  called: list(
    "called|named|titled|labelled|labeled|entitled|that says|saying|which says|that reads|that is called|thats called|with the title|with title|with the name|by the name of|with name|title|name",
  ),
  add: list(
    "add|add in|capture|create|make|put|put in|put down|put up|jot|jot down|note|note down|write|write down|log|record|insert|enter|include|set|set up|setup|stick|pop|throw|throw in|chuck|open|save|track|pencil in|schedule|draft|append|queue up|new|give me|get me|start|i want|i need|i would like|id like|i have|ive got|register|lets have|lets add|can i have|can i get|can i add|may i add|could i add",
  ),
  "add-plain": list(
    "maybe add|perhaps add|let me add|add|also add|add in|jot down|note down|write down|pencil in|put down|pls add|can i add|could i add|may i add|lets add|i want to add|i need to add|i would like to add|id like to add|i wanna add|i have to add|we should add|jot|ad|adding|new|note",
  ),
  "add-onto": list(
    "add|put|stick|pop|throw|chuck|write|jot|note|get|place|log|include|insert|enter|append|save|bung|can we get|can we put|can i get|can i put|lets put|lets get|i want|i need|have|pls put|slap|drop|make sure to add|create",
  ),
  onto: list("to|on|onto|in|into|for"),
  "the-list": list(
    "list|my list|the list|list|my task list|the task list|my tasks|the tasks|my todo list|the todo list|my to-do list|the to-do list|my to do list|the to do list|my todos|my to-dos|the todos|my to dos|my todo|my to-do|my to do|todo list|to-do list|to do list|task list|tasks|todos|my shopping list|the shopping list|shopping list|my grocery list|the grocery list|grocery list|groceries list|my errands|my list of things to do|my list of tasks|list of things to do|there|my plate|my agenda|the agenda|errand",
  ),
  remind: list(
    "make a note for me to|make a note for us to|make me a note to|make a quick note to|leave me a note to|leave a note for me to|write me a note to|put in a note for me to|take a note for me to|note for me to|remind me 2|dont forget 2|put a reminder for me to|set a reminder for me to|add a reminder for me to|put in a reminder to|create a reminder to|add a reminder to|make a note to|make a note that i need to|make a note of|make a note about|take a note to|make a mental note to|make me remember to|please remember to|please remember|put a reminder to|send me a reminder to|remind me to|remind me that i need to|remind me that i have to|remind me that i should|remind me i need to|remind me i have to|remind me i should|remind me that|remind me about|remind me of|remind me for|remind me|remember to|remember that i need to|remember that i have to|remember|dont forget to|dont let me forget to|do not let me forget to|dont let me forget about|dont let me forget|dont forget about|dont forget that i need to|dont forget|do not forget to|i cant forget to|i mustnt forget to|i mustnt forget|i must not forget|must not forget to|must not forget|mustnt forget to|mustnt forget|i cant forget|cant forget|i dont want to forget to|i dont want to forget|so i dont forget to|i must not forget to|i shouldnt forget to|cant forget to|never forget to|make sure i remember to|make sure to|make sure i|make sure that i|make sure i dont forget to|be sure to|note to self|help me remember to|help me to remember to|i need to remember to|i have to remember to|i must remember to|i should remember to|i want to remember to|need to remember to|must remember to|gotta remember to|have to remember to|got to remember to|i gotta remember to|ive got to remember to|i need to remind myself to|set a reminder to|set a reminder for|set a reminder that|set me a reminder to|set up a reminder to|give me a reminder to|give me a nudge to|nudge me to|nudge me about|ping me to|ping me about|tell me to|get me to|alert me to|prompt me to|i need a reminder to|i need to be reminded to|i want to be reminded to|remind us to|rmeind me to|remember me that|remember me about|remember me of|remember me to|remember me|remind to|let me know to|remind me later to|it would be great if i remembered to|keep in mind to|keep in mind that i need to|bear in mind to|jog my memory to|jog my memory about|i was supposed to remember to|remind myself to|reminder to|reminder for me to|a reminder to",
  ),
  who: list("i|we|im|i am|we are|were|was|ill|i will|id|ive|weve|i have|me and"),
  hedge: list(
    "really|just|also|still|probably|prob|probs|prolly|definitely|def|defo|absolutely|desperately|actually|so|totally|kinda|sorta|kind of|sort of|maybe|perhaps|seriously|then|always|badly|honestly|basically|literally|only|even|too|simply|truly|again|finally|urgently|clearly|obviously|now",
  ),
  modal: list(
    "ive to|weve to|need to|need 2|needa|need ta|have to|have 2|hafta|has to|got to|gotta|gota|ought to|should|must|want to|wanna|should like to|would love to|would like to|going to|gonna|gunna|gona|supposed to|meant to|plan to|planning to|intend to|hope to|hoping to|try to|trying to|try and|remember to|have got to|meaning to|been meaning to|keep meaning to|keep forgetting to|shud|shld",
  ),
  need: list(
    "i am to|im to|we are to|were to|we are supposed to|we are meant to|it falls to me to|it falls on me to|it is up to me to|its up to me to|it is my job to|its my job to|i shall have to|we shall have to|ill have to|i will have to|i shall need to|i shall|someone has to|somebody has to|someone needs to|somebody needs to|someone must|somebody must|someone should|somebody should|it is needed to|its needed to|ive to|weve to|itd be good to|itd be nice to|it would be nice to|would be good to|would be nice to|it is necessary to|its necessary to|it is required to|it would be good to|it is important to|its important to|i need 2|i have 2|need 2|we need|need|i need to|i have to|i must|i should|i ought to|ive got to|i have got to|i got to|i gotta|i want to|id like to|i would like to|i should like to|we should like to|i would love to|id love to|i wanna|i am supposed to|im supposed to|i am going to|im going to|im gonna|i am gonna|i gonna|i will|ill|i plan to|im planning to|i still need to|i still have to|i also need to|i also have to|i also want to|i really need to|i really should|i really have to|i really must|i really ought to|i probably should|i should probably|i should really|i need|i better|id better|i had better|need to|have to|gotta|got to|must|should|we need to|we have to|we should|we must|weve got to|we gotta|we ought to|we still need to|its time to|it is time to|time to|it needs to be done that i|im meant to|i am meant to|i intend to|lets|i need you to remember to|im hoping to|i hope to|i was going to|i keep forgetting to|i always forget to|keep forgetting to|another thing i need to do is|one thing i need to do is|what i need to do is|i have things to do|my next task is to|my task is to|next task is to|i want to be able to|there is a need to|theres a need to|i need 2|i hv to|i hav to|ineed to|i nee to|i ned to|i neeed to|i shud|i wanted to|i needed to|i was meant to|i was supposed to|in need to|try to|i need to try to|i should try to|i promised to|i agreed to",
  ),
  delete: list(
    "delete|remove|clear out|clean out|clean up|throw out|throw away|chuck|chuck out|erase|get rid of|drop|trash|bin|scrap|scratch|ditch|axe|toss|nuke|kill|eliminate|discard|dump|lose|strike|strike out|clear|clear off|wipe|wipe out|purge|del|cancel|forget|forget about|never mind|nevermind|nix|dismiss|rid me of|destroy|zap|delet|can you lose|take down|unlist|obliterate",
  ),
  anymore: list("anymore|any more|any longer|after all|now"),
  "dont-need": list(
    "we dont want|we dont want to|we no longer want|we no longer want to|we wont need|we wont need to|we wont have to|we dont have to|i dont think i need|i dont think i need to|i dont think i have to|i dont think ill|i dont think i want to|dont think i need|dont think i need to|i wont have to|i dont wanna|dont wanna|i dont really need|i dont really need to|i decided against|ive decided against|i dont need|i dont need to|i dont need to do|i dont have to do|i dont have to|i dont want|i dont want to|i dont want to do|i no longer need|i no longer need to|i no longer need to do|i no longer want|i no longer want to|i no longer have to|i wont need|i wont be doing|im not doing|i am not doing|im not going to|i am not going to|im not gonna|no need to|no need for|dont need|dont need to|dont have to|no longer need|no longer need to|we dont need|we dont need to|we no longer need|we no longer need to|i dont care about|im not going to do|i decided not to|ive decided not to|im skipping|i no longer care about|theres no need to|there is no need to|i do not need|i do not need to|skip|i wont|dont bother with|do not bother with|lets not bother with|not bothering with|im not bothering with",
  ),
  complete: list(
    "complete|finish|tick|tick off|check off|cross off|cross out|close|close out|close off|check|wrap up|strike off|resolve|knock off|knock out|mark off|tick of|compleet|finalize|set complete|set done|mark complete|mark done|mark as done|mark as complete|mark as completed|mark as finished|mark completed|mark finished|mark as done with|done with|im done with|i am done with|all done with|finished with|im finished with|i am finished with|im through with|that is it for|thats it for|tick box|i finished with|completed|finished|done",
  ),
  mark: list(
    "mark|set|flag|check|tick|cross|put|make|consider|call|count|list|label|turn|change|update|switch|move|log|record|note|show|please mark|get|have|treat",
  ),
  "as-done": list(
    "done|complete|completed|finished|like done|like finished|as done|as complete|as completed|as finished|as a done|to done|to complete|to completed|to finished|off|off as done|off as complete|off the list|off my list|as closed|closed|as resolved|as being done|as being complete|to be done|as done already|ticked|checked|as ticked|as checked|as ticked off|as checked off|as checked|as sorted|sorted|as handled|handled|done and dusted|as achieved|to done status|as accomplished|to the done list|to done list|to completed list|as done now|completed status|into done|in done|status to done|status done|status to complete|status to completed|status as done",
  ),
  "is-done": list(
    "is done|are done|is all done|are all done|is finished|are finished|is complete|are complete|is completed|are completed|has been done|have been done|has been completed|has been finished|have been completed|was done|is now done|is already done|are already done|is sorted|are sorted|is taken care of|are taken care of|is dealt with|is handled|is wrapped up|done|finished|complete|completed|all done|is over|was completed|got done|is done now|is done already|is off my plate|is ticked off|is checked off|is done and dusted|done and dusted|is behind me|is in the bag|already done|is history|has been taken care of|has been sorted|has been dealt with|are now done|is finally done|is finally finished|both done|are both done|done already|done now|are sorted now|was finished|is closed|is accomplished|is resolved|have been finished|sorted|can be checked off|can be ticked off|can be marked done|can be marked as done|can be crossed off|can be closed|should be done|needs to be marked done|needs to be marked as done|needs checking off|got sorted|got finished",
  ),
  been: list(
    "has|have|had|is|are|was|were|got|been|all|both|just|now|already|finally|officially|s|also|completely|totally",
  ),
  "done-state": list(
    "ready|out of the way|out the door|off my plate|off my back|in the post|in the bag|in the mail|squared away|all set|put to bed|a done deal|done and dusted|done with|taken care of|good to go|behind me|behind us|no longer pending|checked off|ticked off|crossed off|sorted|sorted out|handled|dealt with|history|wrapped up",
  ),
  "went-off": list(
    "went out|gone out|went off|gone off|went through|gone through|gone in|went in|got sent|got paid|got fixed|came through",
  ),
  well: list(
    "well|fine|great|ok|okay|good|smoothly|perfectly|brilliantly|alright|right|as planned|to plan|without a hitch|better than expected",
  ),
  particle: list("in|off|out|up|away|back|over|down|through|on"),
  "when-done": list(
    "finally|eventually|just now|today|yesterday|this morning|this afternoon|this evening|last night|tonight|earlier|earlier today|a minute ago|a while ago|a moment ago|an hour ago|a few minutes ago|last week|at lunch|at last|over lunch|over the weekend|at the weekend|in the end|too|as well|on the way home|before work|after work|first thing|recently|the other day|already|for once|at long last|on my way home|on my lunch break",
  ),
  did: list(
    "did|done|finished|completed|wrapped up|took care of|taken care of|dealt with|handled|sorted|sorted out|got done|got done with|knocked out|ticked off|crossed off|finished up|got through|nailed|come back from|came back from|got back from|got home from|back from|been to|been and|managed to do|managed to finish|finally did|got around to|got round to|accomplished|am done with|am finished with|cleared|resolved|checked off|smashed|crushed|ended up doing|finished doing|managed to",
  ),
  "i-have": list(
    `${[...DONE_DULY].join("|")}|i|ive|i have|i just|ive just|i have now|ive now|i now|we have now|weve now|i have just|i already|ive already|i have already|i finally|ive finally|i have finally|we|weve|we have|we just|weve just|just|already|finally|i actually|ive actually|i also|ive also|i did just|today i|i went and|i got|ive got|i managed to get|i totally|yay i|yes i|ok i|so i|im|i am|im just|i even|i think i|earlier i|this morning i|i went ahead and`,
  ),
  "not-done": list(
    "not done|not complete|not completed|not finished|as not done|as not complete|as not completed|as not finished|undone|as undone|pending|as pending|to pending|incomplete|as incomplete|to incomplete|uncompleted|as uncompleted|unfinished|as unfinished|open|as open|to open|active|as active|to active|todo|as todo|to todo|to do|as to do|as outstanding|outstanding|unchecked|as unchecked|undone again|pending again|as pending again|as open again|open again|as not being done|not yet done|as not yet done|back to pending|back to todo|back to to do|back to open|back to not done|back to incomplete|back as pending|back on my list|back on the list|back to the list|back to active|unticked|as unticked|as still open|as still pending|still to do|as still to do|not done yet|as not done yet|back onto my list|back onto the list|back in my list|back in the list|back to my list|status to pending|as to-do|to-do|back to to-do|back on",
  ),
  "is-not-done": list(
    "is not done|isnt done|are not done|arent done|is not finished|isnt finished|is not complete|isnt complete|isnt completed|is not completed|is not actually done|isnt actually done|is still pending|is still open|is still not done|is unfinished|is incomplete|wasnt done|was not done|wasnt finished|was not finished|wasnt actually done|wasnt completed|needs redoing|needs to be redone|needs doing again|isnt really done|is not really done|still needs doing|still needs to be done|needs to be done again|is open again|is not done yet|isnt done yet|isnt done after all|is not done after all|wasnt done after all|was not actually done|still isnt done|hasnt been done|has not been done|isnt finished yet|is not finished yet",
  ),
  reopen: list(
    "restore|reopen|re-open|uncheck|un-check|untick|un-tick|unmark|un-mark|uncomplete|un-complete|undo completion of|undo the completion of|reactivate|re-activate|unfinish|revive|resume|restart|uncross|un-cross|unclose|open up|open back up|open again|bring back",
  ),
  rename: list("rename|re-name|retitle|re-title|reword|rephrase|relabel"),
  change: list(
    "change|edit|update|modify|alter|switch|set|correct|fix|amend|turn|adjust|swap|revise|make",
  ),
  title: list("title|name|text|wording|label"),
  into: list(
    "to|into|as|to say|to read|to be|to be called|so it says|so that it says|so it reads|say|read|with",
  ),
  move: list(
    "pass|shove|shunt|move|swap|swop|nudge|prepone|pre-pone|push|push back|push out|push off|push forward|postpone|reschedule|re-schedule|bump|bump up|delay|shift|defer|put off|change|set|schedule|put|bring forward|bring|pull forward|pull|make|drag|kick|slide|update|adjust|switch|snooze|hold off on|slip|advance|extend|reset|rearrange|re-arrange|rebook|leave|save|do|assign|mark|date|edit|modify|re-date|redate|get|have",
  ),
  "move-plainly": list(
    "do|move|prepone|pre-pone|push|push back|push out|push off|push forward|postpone|reschedule|re-schedule|bump|delay|shift|defer|put off|bring forward|snooze|make|rearrange|rebook|set|change|kick|slide",
  ),
  "change-title": list("change|edit|update|modify|alter|switch|correct|amend|revise"),
  "into-title": list(
    "to|into|to say|to read|to be|to be called|so it says|so that it says|so it reads",
  ),
  "to-date": list(
    "to|till|until|til|for|on|by|at|before|to be due|to be due on|to be due by|due|due on|due by|due for|due at|back to|forward to|over to|out to|up to|date to|due date to|to be|as due|to be on|be due|be due on|be due by|happen on|happen|into",
  ),
  postpone: list(
    "postpone|prepone|delay|defer|put off|reschedule|re-schedule|snooze|push back|push out|hold off on|push off|move|push|bump|shift|rearrange",
  ),
  "due-date": list(
    "due date|deadline|date|due|due day|due time|time|due-date|duedate|due date and time|date and time",
  ),
  of: list("of|for|on|to|from|in|off|off of|with"),
  "is-due": list(
    "is|are|is due|are due|is now due|is due on|is due by|is now due on|is due at|due on|due by|due|is for|is on|is now on|is at|is now at|is now|should be|should be on|should be due|should be due on|should be due by|should be for|need to be done by|have to be done by|need to be done on|need to be done|have to be done|need to be due|needs to be done by|has to be done by|must be done by|needs to be done on|needs to be|needs to be due|should be done by|needs doing by|is actually on|is actually due|is actually|starts at|begins at|takes place on|takes place at|got moved to|was moved to|has been moved to|has moved to|moved to|got pushed to|was pushed to|has been pushed to|got rescheduled to|was rescheduled to|has been rescheduled to|is rescheduled to|got postponed to|got postponed until|was postponed to|has been postponed to|has been postponed until|was postponed until|isnt due until|isnt due till|not due until|not due till|doesnt need to be done until|doesnt have to be done until|doesnt need doing until|doesnt have to happen until|can wait until|can be left until|can be left till|could wait until|could wait till|can wait till|can wait to|can be done|will be on|will be|has to be done on|needs to happen on|needs to happen|should happen on|is scheduled for|is set for|is being moved to|is moving to|has to be|must be|needs to be done|should be done on|should be done|should go to|should move to|needs to move to|needs to be moved to|has changed to|changed to|is happening on|starts|begins|happens|kicks off|has to happen|must happen|has to get done|has to be finished|must be finished|shall be|shall be on|shall be due|shall be due on|shall be at|ought to be|ought to be on",
  ),
  "no-longer": list(
    "no longer has|has no|needs no|doesnt need|doesnt have|does not have|does not need|no longer needs|shouldnt have|should not have|should have no|doesnt need a|doesnt have a|does not need a|does not have a|no longer needs a|no longer has a|shouldnt have a|can do without a|dont need a|has not got a",
  ),
  clear: list(
    "take out|take away|remove|clear|delete|drop|take|take off|take away|erase|unset|cancel|get rid of|strip|wipe|lose|reset|scrap",
  ),
  note: list(
    "note|notes|description|desc|comment|comments|detail|details|info|memo|remark|annotation|more info|more details|extra info|additional info|some info|some details",
  ),
  that: list(
    "that|saying|that says|saying that|which says|reading|with|as|to|is|of|to say|about|should be|should say|reads",
  ),
  ...LEVEL_WORDS,
  it: list(
    "it|this|that|that one|this one|that task|this task|the task|this item|that item|it all|the same|the same one|the same task|that last one|that thing|this thing",
  ),
  look: list(
    "show|show me|list|list out|display|give me|get me|tell me|see|view|let me see|i want to see|id like to see|i would like to see|pull up|bring up|run me through|talk me through|take me through|walk me through|find|find me|read|read me|read out|print|check|get|fetch|open|what are|whats|what is|what|whats there|lemme see|can i see|could i see|may i see|i need to see|look at",
  ),
  "have-i": list(
    "do i have|have i got|do i still have|have we got|do we have|have i still got|do i need|did i have|do i got|is there|are there|have i already got|do i already have",
  ),
  single: list(
    "task|todo|to-do|to do|item|reminder|entry|chore|to do item|todo item|note|thing to do",
  ),
  several: list(
    "tasks|todos|to-dos|to dos|items|reminders|entries|chores|things|stuff|list|shopping list|grocery list|groceries list|todo list|to do list|to-do list|task list|shopping|errands",
  ),
  "new-task": list(
    "new task|new todo|new to-do|new reminder|new item|next task|another task|todo item|another todo|another reminder|one more task|new one|task to",
  ),
  "remind-me": list(
    "remind me|remind us|remind|nudge me|ping me|alert me|tell me|prompt me|set a reminder|set a reminder for|set me a reminder for|set a reminder on|give me a reminder|set up a reminder for|create a reminder for|add a reminder for|i need a reminder|i need a reminder for|notify me|send me a reminder",
  ),
  "mark-level": list(
    "mark|set|flag|make|change|update|put|switch|turn|label|bump|move|rate|treat|get|have|take|bring|drop|knock",
  ),
  "list-head": list(
    "another|things to do|to buy|things to buy|shopping|shopping list|grocery list|groceries|errands|chores|my list|another one|another task|my tasks|my todo|my todos|new entry|new item|new reminder|new task|new tasks|new todo|next task|one more|reminder|task|tasks|to do|to do item|to do list|to-do|todo|todo item|todo list|todos",
  ),
  "have-noun": list(
    "we have the|i have the|ive got the|weve got the|theres the|got the|got a|got an|got my|have a|have an|ive a|i have|ive got|i got|we have|weve got|i have got|theres|there is|im having|i am having|i have my|i have an|i have a|were having",
  ),
  "done-word": list("done|complete|completed|finished"),
  "complete-loudly": list(
    "mark complete|mark done|mark as done|mark as complete|mark as completed|mark as finished|mark completed|mark finished|done with|im done with|i am done with|all done with|finished with|im finished with|i am finished with|im through with|thats it for|completed|set complete|set done|check off|cross off|tick off|close out|cross out|mark off",
  ),
  "is-done-mark": list("done|finished|completed|complete|all done"),
  polite: list(
    `${COURTEOUS_LEADS.join("|")}|nah|in english|oi|could i trouble you to|can i trouble you to|might i trouble you to|do one thing|please do one thing|i want that you|i need that you|i wish that you|could you possibly|can you possibly|would you possibly|could you please|could you just|can you just|can u just|let me|nvm|never mind|nevermind|on second thought|on second thoughts|on reflection|thinking about it|come to think of it|wrong one|wrong task|i was thinking|i was thinking that|i was wondering if you could|i was wondering if you can|i wonder if you could|i was hoping you could|im wondering if you could|any chance you could|any chance you can|is there any chance you could|is there any chance you can|would you be able to|do you think you could|do you think you can|mind|id appreciate it if you could|i would appreciate it if you could|id be grateful if you could|i would be grateful if you could|when you get a sec|when you have a sec|when u get a sec|when you have a moment|real quick|like|so like|lemme|i almost forgot|almost forgot|before i forget|oh before i forget|i forgot|i just remembered|just remembered|remembered|reminder that|bruh|bro|girl|dude can you|fam|yo can you|ayo|pls can you|pls can u|can u pls|could u pls|kindly please|please kindly|be a love and|be a darling and|would you mind awfully|might you|might i ask you to|i should like you to|i should be grateful if you would|if you would|if it is not too much trouble|if its not too much trouble|if you would be so good|splendid|very well|right then|right ho|right so|ok so basically|so basically|to be honest|long story short|the thing is|thing is|no sorry|sorry no|oh no|wait no|no wait|oops no|please to|please|pls|plz|plse|pleas|kindly|hey|hi|hello|heya|yo|ok|okay|okey|k|so|um|uh|umm|uhh|erm|er|well|oh|ah|aha|errand|also|and|then|now|just|actually|right|alright|all right|quickly|lol|hmm|hm|btw|by the way|one more thing|another thing|can you|could you|would you|will you|can i|could i|may i|can we|could we|can u|could u|would u|can ya|couldya|can you please|would you mind|would you be so kind as to|would you kindly|i want you to|i need you to|i would like you to|id like you to|id love you to|id like it if you could|go ahead and|assistant|bot|thanks|thank you|thx|ty|cheers|be a dear and|do me a favor and|do me a favour and|when you get a chance|when i get a chance|when i get a minute|when i get a moment|when i have time|when i have a chance|when i have a moment|when i find time|if i get a chance|if i have time|if i get the chance|when i get the chance|when you can|if you can|if you could|if possible|if you dont mind|do you mind|is it possible to|is it possible for you to|would it be possible to|are you able to|you can|you should|you could|u can|quick|quick one|first of all|firstly|secondly|thirdly|lastly|finally|after that|mate|buddy|pal|dude|good morning|morning|good afternoon|good evening|yeah|yes|yep|yup|sure|listen|great now|no wait|wait|hang on|hold on|oops|whoops|sorry|my bad|argh|ugh|haha|omg|wow|oh no|shit|damn|crap|shoot|as well as|additionally|moreover|in addition|on top of that|the following|hey there|hi there|hello there|dear errand|dear assistant|dear sir|dear sir or madam|dear sirs|dear madam|dear all|dear app|dear bot|dear friend|dear computer|to whom it may concern|good day|my friend|feel free to|be so kind as to|let us|start by|begin by|and then|and also|oh and|ok so|anyway|anyways|kinda|basically|tbh|fyi|ok now|ok then|i guess|i think|maybe you can|i suppose|pretty please|for now|remind me again|aight|gimme|wanna|would be great if you could|it would be great if you could|it would be nice if you could|could you maybe|please can you|please could you|hey can you|hey could you|you know what|you know|honestly`,
  ),
  interjection: list(
    "good news|great news|news|update|heads up|btw|by the way|ps|guess what|see|look|next|first|second|last|good|nice|cool|great|perfect|awesome|fine|but|plus|again|man|thanks|thank you|thx|ty|cheers|no|nah|yes|yeah|yep|yup|sure|ok|okay|good morning|morning|good afternoon|good evening|hello|hi|hey|well|listen|quick one|great now|no wait|one more|dear|friend|my friend|love|right|also|oh|sorry|my bad|oops|whoops|shit|damn|i guess|i think|fyi|tbh|honestly|anyway|lastly|finally|firstly|secondly|thirdly|first of all|another thing|one more thing|quick question|question|done|all done|got it|good job|well done|amazing|excellent|wonderful|lovely|brilliant|sweet|super|wow|ah|aha|alright|gotcha|yay|phew|ugh|argh|never mind|nevermind|wait|actually|hmm|omg|haha|lol|if you can|when you can|if possible",
  ),
  vocative: list(
    `${VOCATIVES.join("|")}|right|good|ji|da|na|lah|yaar|either|woo|woohoo|yay|hooray|phew|somewhere|sorry|x|xx|k|ok|okay|yeah|alright`,
  ),
  after: list(
    `tbh|ngl|imo|${PUT_IT.join("|")}|${THANKED.join("|")}|actually|as well|aswell|same time|can you add it|could you add it|can you add that|could you add that|please add it|please add that|pls add it|add it please|so add it|put it on the list|put it on my list|add it to the list|add it to my list|ugh|ughh|ughhh|ughhhh|lmao|smh|omg|fml|yikes|put it|note it|write it down|put it down|note it down|jot it down|after all|if you would|if you please|if you will|if you wouldnt mind|if thats ok|if that is ok|if thats okay|rn|right now|when you get a sec|when you have a sec|when you have a moment|when you get a moment|while youre at it|while you are at it|kindly|as it happens|btw|by the way|for now|in there|innit|yh|yeah thanks|aye|then please|then|as soon as you can|at your convenience|thank you kindly|please|pls|plz|plse|thanks|thank you|thank u|thx|ty|tysm|cheers|ta|for me|ok|okay|would you|will you|could you|can you|if you can|if you could|if possible|if you dont mind|lol|haha|real quick|when you get a chance|when you can|thanks a lot|thanks so much|thank you so much|thank you very much|many thanks|many thx|would you please|will ya|yeah|ok thanks|okay thanks|thanks in advance|kthx|k thx|appreciate it|much appreciated|there is a dear|pretty please|i guess|i think|tho|though|i suppose|that would be great|that would be nice|you know|alright|good job`,
  ),
} as const satisfies Record<string, readonly string[]>;
