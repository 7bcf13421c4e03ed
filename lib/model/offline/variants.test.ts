/**
 * Plain requests, each in many other wordings: all must come to the same calls as the first, and so must the first in
 * every frame that people put around what they want. It guards against a grammar that takes only what it was shown.
 */
import { expect, test } from "vitest";
import { isoOf, parseIso } from "@/lib/tasks/dates/calendar";
import { resolveDue } from "@/lib/tasks/dates";
import type { ModelMessage, ModelToolCall } from "../model";
import { offlineModel } from "./offline";

/** Saturday 28 November 2026, 20:00 in Berlin. */
const AT = { now: new Date("2026-11-28T19:00:00Z"), timeZone: "Europe/Berlin" };
const TODAY = parseIso("2026-11-28") ?? 0;
const TOOLS = ["add_task", "list_tasks", "complete_task", "update_task", "delete_task"].map(
  (name) => ({ name, description: "", parameters: {} }),
);
const day = (ahead: number): string => isoOf(TODAY + ahead) ?? "";

const TASKS = [
  { title: "Call the dentist", due_on: day(2), due_time: "15:00" },
  { title: "Buy milk", due_on: day(0) },
  { title: "Pay the rent", due_on: day(0), priority: "high" },
  { title: "Water the plants", due_on: day(1) },
  { title: "Send the invoice" },
  { title: "Book flights", priority: "low" },
  { title: "Return library books", due_on: day(-2) },
  { title: "Clean the garage", status: "completed" },
].map((task, index) => ({ status: "pending", ...task, task_id: index + 1 }));

/** What stands in braces may be said in any of the ways between the bars; the first is the plain one. */
const REQUESTS = [
  `Add a task to buy { stamps tomorrow | stamps for tomorrow | stamps due tomorrow | stamps by tomorrow | stamps that
   is due tomorrow | stamps which is due tomorrow | stamps with a due date of tomorrow | stamps with due date
   tomorrow | stamps, due: tomorrow | stamps,
   deadline tomorrow | stamps due on tomorrow | stamps ; due tomorrow | stamps (tomorrow) | stamps - tomorrow |
   stamps for me tomorrow }`,
  `{ Add a task to | Add task: | Create a new task: | I need to | I've got to | I should | I ought to | Have to |
   Must | Remember to | Don't let me forget to | Add to my list: | Add to my to-do list: | Add: | Add an item to |
   Add the task | Add a new to-do to | We need to | We should | I'd like to | I'll have to | My task: | Todo: |
   Please note that I have to | Note: | Set a reminder to | Schedule a task to | I really need to | I also need to |
   I want you to add a task to | Another thing: I need to } call the bank tomorrow`,
  `{ I need to | I forgot to say I need to | Oh, I forgot to mention that we have to | I should have said I must | What
   I meant to say was I need to | Before I forget: I need to | I forgot to tell you, I have to } call the bank
   tomorrow`,
  `{ Tomorrow I have to | Tomorrow I need to | Tomorrow I must | Tomorrow I've got to | Tomorrow I gotta | Tomorrow
   we have to | Tomorrow don't let me forget to | Tomorrow don't forget to | Tomorrow, | Tomorrow, please add: |
   Tomorrow, i have to } call the bank`,
  `{ Remind me tomorrow to | Tomorrow remind me to | I have to tomorrow | Can you remind me tomorrow to | Remind me
   tomorrow that I need to | For tomorrow: | By tomorrow I need to | Due tomorrow: | Tomorrow's task: | Add to
   tomorrow: | Add a task for tomorrow to | Create a task for tomorrow: | Set a reminder for tomorrow to } call the
   bank`,
  `Add call the { bank tomorrow at 3pm | bank at 3pm tomorrow | bank tomorrow at 15:00 | bank tomorrow by 3pm | bank
   tomorrow at 3 in the afternoon | bank for tomorrow at 3pm | bank by 3pm tomorrow | bank tomorrow at three | bank
   at 3 tomorrow afternoon | bank at 15:00 tomorrow | bank due tomorrow at 3pm | bank, due tomorrow, at 3pm | bank
   tomorrow @3pm | bank at 3 o'clock tomorrow | bank tomorrow at three o'clock in the afternoon }`,
  `Add buy { stamps with high priority | stamps, high priority | stamps as high priority | stamps, priority high |
   stamps (high priority) | stamps and mark it as high priority | stamps, it's urgent | stamps, that's urgent |
   stamps, urgent | stamps, it's high priority | stamps, high prio | stamps at high priority | stamps, very important
   | stamps, it's really urgent | stamps and give it high priority }`,
  `Add { milk, eggs and bread | milk, eggs, bread | milk, eggs & bread | milk; eggs; bread | milk, eggs plus bread |
   milk, eggs, also bread | milk, eggs as well as bread | the following: milk, eggs and bread | three tasks: milk,
   eggs and bread | milk, eggs and bread to my list | milk, eggs and bread to my shopping list }`,
  `{ I have two things to add: | I've two things to add: | Two things to add: | Two tasks: | Add two tasks: | I need
   to add two things: | I have two tasks: | I have to do two things: | There are two things I need to do: | Here are
   two things: | A couple of things to add: | A few things: | I'd like to add two things: | Can you add these two: |
   Add both of these: | Here's what I need to do: | My tasks for today are not yet complete. Add: | These need to be
   done: | Some tasks: | To-dos: | Tasks: | Put these on my list: | Please put two things on my list: | I've got two
   things for the list: | Two more things: | Add two things, if I may: | Pray add: | On my list please: | Remind me of
   two things: } wash the car and clean the gutters`,
  `{ Pack: | Pack - | pack : | Please pack: | Add pack: | To do: pack: } goggles, towels and sandals`,
  `{ I have to | I am to | I'm to | I shall have to | It falls to me to | Someone has to | Somebody needs to | I'd
   better | We're supposed to } sweep the hall on Thursday`,
  `{ Delete the invoice | Delete the matter of the invoice | Delete the business with the invoice | Delete the thing
   about the invoice | Delete the item regarding the invoice | Delte the invoice | Remvoe the invoice | Hola, delete
   the invoice | Delete the invoice, gracias }`,
  `Add wash the { car and | car, | car and also | car, and | car. And | car. Add | car, then | car, plus | car,
   another task: | car. And another: | car. Also: | car. And one more: | car and another task to | car and I need to
   | car. I also have to | car ; | car ; and | car + | car. Oh, and } clean the gutters`,
  `{ Move the dentist to friday | Reschedule the dentist to friday | Postpone the dentist to friday | Shift the
   dentist to friday | Please move the dentist to friday | I need to move the dentist to friday | I'd like to move
   the dentist to friday | We need to move the dentist to friday | Bump the dentist to friday | Delay the dentist to
   friday | Move the dentist task to friday | Move my dentist task to friday | Move the dentist one to friday | Move
   dentist to friday | Move the "Call the dentist" task to friday | Move the task called call the dentist to friday |
   Move the call the dentist task to friday | Move task number 1 to friday | Move #1 to friday | Move to-do 1 to
   friday | Move the dentist entry to friday | Move the dentist to-do to friday | Move my call to the dentist to
   friday | Move the one with the dentist to friday | Move the dentist to Friday please | Move the dentist to friday
   instead | Move the dentist to be due friday }`,
  `{ The dentist is | The dentist is now | The dentist should be | The dentist has to be | The dentist moved to | The
   dentist was moved to | They moved the dentist to | The dentist changed to | The dentist task is due | The dentist
   can wait until | The dentist's on | The dentist should be moved to | The dentist shifted to | The due date of the
   dentist is | Make the dentist task due | Set the dentist to be due | Set the dentist's due date to | Change the
   dentist due date to | Give the dentist a due date of | The dentist's new date is | Update the dentist to | Let's
   have the dentist on | I want the dentist on | Do the dentist on | Put the dentist off until | Schedule the dentist
   for | Could the dentist be moved to } friday`,
  `{ Move everything due today | Move everything that is due today | Move everything which is due today | Move all
   the tasks that are due today | Move all my tasks due today | Move all tasks for today | Move all today's tasks |
   Move the tasks that are due today | Move whatever is due today | Move what's due today | Move everything from
   today | Move everything I have for today | Move all items due today | Move all to-dos due today | Move the things
   that are due today | Move my tasks for today | Move every task due today | Move each task due today | Move all the
   ones due today | Move anything due today | Move all that is due today | Move all due today | Move both tasks that
   are due today | Push everything that is due today | Everything due today should be moved | All tasks due today
   should be moved | Push today's tasks } to tomorrow`,
  `{ Complete the one that is due tomorrow | Complete the one due tomorrow | Complete the task that is due tomorrow |
   Complete the task due tomorrow | Complete the item due tomorrow | Complete what is due tomorrow | Complete
   tomorrow's task | Complete everything that is due tomorrow | Complete all tasks that are due tomorrow | Mark the
   one that is due tomorrow as done | Mark the task due tomorrow done | Check off the task that is due tomorrow | The
   one that is due tomorrow is done | I've done the one due tomorrow | I finished the task that is due tomorrow |
   Mark tomorrow's task as done | The task that is due tomorrow has been done }`,
  `{ Delete the one that is due tomorrow | Delete the one due tomorrow | Delete the task due tomorrow | Remove the
   item due tomorrow | Delete the task for tomorrow | Delete everything due tomorrow | Get rid of the one due
   tomorrow | Take the one due tomorrow off my list | Remove the one that is due tomorrow from my list | I don't need
   the one that is due tomorrow | Bin the task due tomorrow | Delete all tasks due tomorrow | Delete all tomorrow's
   tasks }`,
  `{ Complete all overdue tasks | Complete everything overdue | Complete everything that's overdue | Complete the
   overdue task | Complete the task that is overdue | Mark all overdue tasks as done | Mark everything that is
   overdue as done | Mark what is overdue as done | Tick off everything that's overdue | Mark the one that is overdue
   as done | The overdue one is done | Everything that is overdue is done | I've done everything that was overdue }`,
  `{ Delete all completed tasks | Delete all done tasks | Delete everything that is completed | Delete all tasks that
   are done | Delete all finished tasks | Delete the done ones | Delete what is done | Delete everything I have
   completed | Delete the tasks I've finished | Remove all completed tasks from my list | Clear completed tasks |
   Clear out the done tasks | Get rid of everything that is done | Remove the tasks that are finished | Delete all
   tasks that are marked as completed | Delete all that is done | Delete the completed task }`,
  `{ Delete everything without a date | Delete everything without a due date | Delete all tasks without a due date |
   Delete all tasks which have no date | Delete everything with no due date | Delete the tasks without a date |
   Delete the undated ones | Delete everything that doesn't have a due date | Delete all the tasks that don't have a
   due date | Delete the tasks that have no date | Remove everything without a deadline }`,
  `{ Set everything due today to low priority | Set everything that is due today to low priority | Set all tasks that
   are due today to low priority | Make everything that's due today low priority | Mark everything due today as low
   priority | Give everything due today low priority | Give everything that is due today a low priority | Change the
   priority of all tasks due today to low | Set the priority of all the tasks that are due today to low | Lower the
   priority of everything due today | Everything due today should be low priority }`,
  `{ Delete the dentist | The dentist isn't needed after all | The dentist doesn't need a call anymore | The dentist
   doesn't need to be called anymore | The dentist no longer needs calling | We don't need the dentist now | You may
   strike the dentist from the list | Feel free to remove the dentist | Pray delete the dentist, if I may ask }`,
  `{ Set the dentist to high priority | Bump the dentist up to high | Bump the dentist up to high, my birthday's
   coming | Take the dentist up to high priority, it hurts | Raise the dentist to high, Tom's waiting }`,
  `{ Delete all tasks except the dentist | Delete all tasks except for the dentist | Delete everything except the
   dentist | Delete everything except the dentist task | Delete all but the dentist | Delete all my tasks except the
   dentist | Delete everything other than the dentist | Delete everything except for task 1 | Delete all except the
   dentist | Remove everything except the dentist from my list | Delete everything on my list except the dentist |
   Delete all tasks but not the dentist | Delete everything but keep the dentist | Delete everything except the one
   about the dentist | Keep the dentist, delete the rest }`,
  `{ Mark the rent and the milk as done | Mark the rent and milk as done | Mark the rent as done and the milk too |
   Mark the rent, the milk as done | Mark the rent task and the milk task as done | Mark task 2 and task 3 as done |
   Mark numbers 2 and 3 as done | The rent and the milk are done | The rent is done and so is the milk | I paid the
   rent and bought the milk | I did the rent and the milk | Complete rent and milk | Tick off the rent and the milk |
   Finish the rent and the milk | Done: the rent and the milk | 2 and 3 done | Paid the rent, bought milk | Buy milk
   and pay the rent are done | Mark buy milk and pay the rent as done | Mark as done 2 and 3 | Set tasks 2 and 3 as
   completed }`,
  `{ Set the time of the dentist to 4pm | Set the time of the dentist to 4 pm | Set the dentist time to 4pm | Change
   the dentist to 4pm | Move the dentist to 4pm | Move the dentist to 16:00 | Move the dentist to 4pm on the same day
   | Move the dentist from 3pm to 4pm | The dentist is now at 4pm | The dentist is at 4pm instead | The dentist
   should be at 4pm | The dentist starts at 4pm | Make the dentist at 4pm | The time of the dentist is 4pm | The
   dentist's time is now 4pm | Push the dentist back an hour | Move the dentist back by an hour | Make the dentist
   one hour later | Set the due time of the dentist to 4pm }`,
  `{ Set the invoice to tomorrow at 9 | Set the invoice for tomorrow at 9 | Set the due time of the invoice to 9am
   tomorrow | Set the due date of the invoice to tomorrow, 9am | Set the invoice's time to 9 tomorrow | Set the
   deadline for the invoice to 9 tomorrow | Make the invoice due at 9 tomorrow | The invoice is due at 9 tomorrow |
   The invoice needs to be done tomorrow at 9 | Give the invoice a due date of tomorrow at 9 | Add a deadline to the
   invoice: tomorrow at 9 | Put the invoice in for tomorrow at 9 | Move the invoice to 9 tomorrow | Move the invoice
   to 9 tomorrow morning | Move the invoice to tomorrow and set the time to 9am | Reschedule the invoice for tomorrow
   at 9 | Update the invoice so it's due tomorrow at 9 | Change the invoice so that it is due tomorrow at 9 | I want
   the invoice to be due tomorrow at 9 }`,
  `{ Remove the time from the dentist | Remove the time from the dentist but keep the date | Remove the time from the
   dentist, but keep the day | Remove only the time from the dentist | Remove the dentist's time | Remove the due
   time from the dentist | Delete the time from the dentist | Take the time away from the dentist | The dentist
   doesn't need a time | The dentist should have no time | The dentist doesn't have a time | Make the dentist an
   all-day task | Get rid of the time on the dentist }`,
  `{ Remove the due date from the dentist | Remove the due date of the dentist | Remove the dentist due date | Clear
   the due date of the dentist | Delete the dentist's deadline | Take the due date off the dentist | The dentist has
   no due date anymore | The dentist doesn't need a due date | The dentist should not have a due date | No date for
   the dentist | Make the dentist have no due date | Set the due date of the dentist to none | Unschedule the dentist
   | The dentist can happen anytime | Erase the due date of the dentist | The dentist doesn't need a date anymore |
   Remove both date and time from the dentist }`,
  `{ Rename the dentist to Call Dr Meyer | Rename the dentist as Call Dr Meyer | Rename "Call the dentist" to "Call
   Dr Meyer" | Rename #1 to Call Dr Meyer | Change the title of the dentist to Call Dr Meyer | Change the dentist's
   name to Call Dr Meyer | Change task 1 to Call Dr Meyer | Change task 1's title to Call Dr Meyer | Edit the dentist
   to Call Dr Meyer | Edit the title of the dentist to Call Dr Meyer | Update task 1 to Call Dr Meyer | The dentist
   should be called Call Dr Meyer | The dentist should read Call Dr Meyer | Call the dentist should read Call Dr
   Meyer | Retitle the dentist as Call Dr Meyer | Correct the dentist to Call Dr Meyer | Turn task 1 into Call Dr
   Meyer | Replace task 1 with Call Dr Meyer | Give the dentist a new name: Call Dr Meyer | I'd like the dentist to
   be called Call Dr Meyer | Rename task 1 Call Dr Meyer | Task 1, please
   rename it to Call Dr Meyer | There is a mistake in task 1, please rename it to Call Dr Meyer | I made a mistake in task
   1, rename it to Call Dr Meyer }`,
  `{ Add a note to the invoice: use the new form | Add a note to the invoice saying use the new form | Add the note
   "use the new form" to the invoice | Add use the new form as a note to the invoice | Add this to the invoice: use
   the new form | Add a comment to the invoice: use the new form | Put a note on the invoice saying use the new form
   | Put use the new form in the invoice note | Attach the note use the new form to the invoice | Note on the
   invoice: use the new form | Note on the invoice that use the new form | Set the invoice's note to use the new form
   | The note for the invoice should be use the new form | Give the invoice the note "use the new form" | Update the
   invoice with the note use the new form | Include a note on the invoice: use the new form | To the invoice add a
   note saying use the new form | I need a note on the invoice: use the new form | Add a note to task 5: use the new
   form | Note on 5: use the new form | Jot down on the invoice: use the new form }`,
  `{ Make the invoice high priority | Make the invoice a high priority | Make the invoice top priority | Make invoice
   high priority | Set the invoice to high priority | Set the priority of the invoice to high | Set high priority for
   the invoice | Set 5 to high | Change priority of the invoice to high | Mark the invoice as important | Mark
   invoice as high priority | Flag the invoice as high priority | Give the invoice high priority | Give the invoice
   more priority | Put a high priority on the invoice | The invoice is high priority now | The invoice is important |
   The invoice should be high priority | The invoice gets high priority | The invoice task is high priority |
   Invoice: high priority | Raise the priority of the invoice to high | Bump the invoice to high priority | Update
   the invoice to high priority | Treat the invoice as high priority | Send the invoice is urgent | I want the
   invoice to be high priority }`,
  `{ Remove the priority from the rent | Remove the priority of the rent | Clear the priority of the rent | Delete
   the priority of the rent | The rent has no priority anymore | The rent doesn't have a priority anymore | Set the
   rent's priority to none | Make the rent have no priority | Unstar the rent | The rent isn't high priority anymore
   | The rent isn't a priority anymore | Mark the rent as no longer urgent | The rent needs no priority }`,
  `{ Reopen the garage | Reopen the garage task | Reopen #8 | Open task 8 again | Mark the garage as not done | Mark
   the garage as not complete | Mark the garage as not finished | Mark 8 as not done | Set the garage to open | Set
   task 8 back to not done | Put the garage back on my list | Bring back the garage | The garage is not done yet |
   The garage is still open | The garage wasn't actually done | The garage hasn't been done | I haven't done the
   garage yet | I didn't finish the garage | The garage task is not done | 8 is not done | Make the garage not done }`,
  `{ Delete the invoice | Delete the invoice task | Delete the "Send the invoice" task | Delete the invoice one |
   Delete #5 | Delete the invoice from the list | Remove the invoice from my list | Remove send the invoice from my
   list | Get rid of task 5 | Bin the invoice | Take the invoice off | Take task 5 off the list | Throw the invoice
   away | Forget about sending the invoice | No need for the invoice | I don't need the invoice task anymore | I no
   longer need to send the invoice | I don't want to send the invoice | I'm not going to send the invoice after all |
   The invoice isn't needed anymore | The invoice is cancelled | The invoice can be deleted | The invoice can come
   off the list | I want the invoice gone | Let's delete the invoice | Send the invoice is no longer needed | The invoice task, remove it please | The invoice, get rid of it | As for the invoice, delete it please | Number
   5, could you delete it }`,
  `{ Mark the rent as done | Mark the rent done | Mark rent as done | Mark the task about the rent as done | Mark
   item 3 as done | Mark as done: the rent | Complete task 3 | Finish pay the rent | Check off the rent | Cross off
   the rent from my list | Set the rent as done | Update the status of the rent to completed | The rent is paid | The
   rent got paid | The rent is all done | Rent is paid | Rent is sorted | "Pay the rent" is done | 3 done | Done with
   3 | Finished paying the rent | I have paid the rent | I paid the rent today | I've finally paid the rent | Paid
   rent | I did task 3 | I've finished paying the rent | I've taken care of the rent | We've paid the rent | That's
   the rent paid | You can check off the rent | The rent should be marked as done | Paying the rent is done | Mark
   the rent as done please, paid it today | Phew, paid the rent | The rent, mark it as done | The rent: paid
   it | As for the rent, mark it as done | The rent - tick it off please | I just heard that the rent is paid | The rent is paid, tick it off | Done, the rent | Done, I've paid the rent | I
   forgot to say that the rent is paid }`,
  `{ What's overdue? | What is overdue? | What tasks are overdue? | Show me all overdue tasks | Show me what is
   overdue | List overdue tasks | Overdue tasks | Anything overdue? | Do I have anything overdue? | Any overdue
   tasks? | What am I late on? | What did I miss? | Tell me what's overdue }`,
  `{ When is the dentist? | When is the dentist due? | When do I have the dentist? | When should I call the dentist?
   | When is the task about the dentist due? | What time is the dentist? | What's the due date of the dentist? | What
   date is the dentist? | Tell me when the dentist is | Show me task 1 | Is the dentist still open? | Have I called
   the dentist? | Is task 1 done? | What is the status of task 1? | Tell me about task 1 }`,
];

/** What people say around a request. */
const FRAMES =
  `please % | % please | %, please. | can you %? | could you please %? | would you mind and % | i'd like you
  to % | %! | % for me | %, thanks | % if you can | %, ok? | simply % | you may % | be so good as to % | %, if you please | hello dear please % | mate can you % | % dear | % obvs | % before i forget | hi, % | ok so % | and % | actually % | you can %`
    .split("|")
    .map(
      (frame) => (text: string) =>
        frame
          .trim()
          .replace(/\s+/g, " ")
          .replace("%", text.charAt(0).toLowerCase() + text.slice(1)),
    );

/** Statements and questions stand in no frame. */
const FRAMED = /^(?:Add|Move|Mark|Set|Remove|Rename|Make|Reopen|Delete|Complete) /;

const variantsOf = (request: string): string[] => {
  const [, before = "", ways = "", behind = ""] = /^(.*?)\{(.*)\}(.*)$/s.exec(request) ?? [];
  return ways.split("|").map((way) =>
    `${before} ${way.trim()} ${behind}`
      .replace(/\s+/g, " ")
      .replace(/ (?=[,.;!?])/g, "")
      .trim(),
  );
};

type Call = Record<string, unknown> & { tool: string };

/** A call as it counts: the date that its words mean, a title without its articles. */
const plainCall = ({ title, due, description, ...call }: Call): unknown => ({
  ...call,
  ...(typeof description === "string" ? { description: description.toLowerCase() } : {}),
  ...(due === undefined ? {} : { due: typeof due === "string" ? resolveDue(due, AT) : due }),
  ...(typeof title === "string"
    ? { title: title.toLowerCase().replace(/\b(?:the|a|an|my) /g, "") }
    : {}),
});

const resultOf = ({ tool, ...args }: Call): unknown =>
  tool === "list_tasks"
    ? { tasks: TASKS, count: TASKS.length, more: 0 }
    : { task_id: 9, title: "", changed: ["title"], ...args };

/** The changes that a message comes to, or what is said where it comes to none. */
const outcomeOf = async (message: string): Promise<unknown> => {
  const messages: ModelMessage[] = [{ role: "user", content: message }];
  const calls: Call[] = [];
  for (;;) {
    const asked: ModelToolCall[] = [];
    let text = "";
    await offlineModel.respond(
      { system: "", messages, tools: TOOLS, ...AT },
      new AbortController().signal,
      (event) => {
        if (event.type === "tool_call") asked.push(event.call);
        if (event.type === "text") text += event.text;
      },
    );
    const changes = calls.filter(({ tool }) => tool !== "list_tasks").map(plainCall);
    if (asked.length === 0) return changes.length > 0 ? changes : text;
    messages.push({ role: "assistant", content: text, toolCalls: asked });
    for (const { id, name, arguments: json } of asked) {
      const call = { tool: name, ...(JSON.parse(json) as Record<string, unknown>) };
      calls.push(call);
      messages.push({
        role: "tool",
        callId: id,
        tool: name,
        content: JSON.stringify(resultOf(call)),
      });
    }
  }
};

const sorted = (outcome: unknown): unknown =>
  Array.isArray(outcome) ? outcome.map((call) => JSON.stringify(call)).sort() : outcome;

test.each(REQUESTS.map((request) => [variantsOf(request)[0] ?? "", request]))(
  "%s",
  async (plain, request) => {
    const wanted = sorted(await outcomeOf(plain));
    const said = [
      ...variantsOf(request),
      plain.toLowerCase(),
      plain.toUpperCase(),
      ...(FRAMED.test(plain) ? FRAMES.map((frame) => frame(plain)) : []),
    ];
    const others: Record<string, unknown> = {};
    for (const message of said) {
      const outcome = sorted(await outcomeOf(message));
      if (JSON.stringify(outcome) !== JSON.stringify(wanted)) others[message] = outcome;
    }
    expect(others, `not ${JSON.stringify(wanted)}`).toEqual({});
  },
);
