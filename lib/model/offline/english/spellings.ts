/**
 * Misspellings and short forms that letters alone would not tell, with what they mean.
 */
import { words } from "./words";

export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  `
  ad:add addd:add aad:add dd:add adda:add adn:and nad:and teh:the hte:the taks:task tsak:task takss:tasks tass:task tak:task
  tsks:tasks tsk:task delte:delete dlete:delete delet:delete deleet:delete deleat:delete del:delete rm:remove
  remvoe:remove remov:remove complte:complete compleet:complete complet:complete cmplete:complete comlete:complete
  finsh:finish finshed:finished mrak:mark makr:mark shwo:show sohw:show shw:show hsow:show lsit:list lits:list
  remnid:remind remid:remind remin:remind rmind:remind renmae:rename renam:rename dne:done doen:done doone:done
  odne:done dun:done finishd:finished compelted:completed complted:completed prio:priority pri:priority
  prioirty:priority priorty:priority urgnet:urgent hgih:high undoo:undo unod:undo ndo:undo wat:what wats:whats
  wht:what whts:whats hw:how mny:many tmrw:tomorrow tmr:tomorrow tmw:tomorrow u:you ur:your pls:please plz:please
  plse:please thru:through overdu:overdue overude:overdue pendign:pending pendng:pending whta:what whtas:whats
  everythings:everything evrything:everything everythng:everything everthing:everything completd:completed abt:about wth:with
  reschedual:reschedule reshedule:reschedule postone:postpone movee:move detele:delete deelte:delete chagne:change chnage:change schedual:schedule shedule:schedule scedule:schedule finsihed:finished cahnge:change
  hvae:have haev:have hav:have taht:that waht:what teh:the til:until ls:list w:with n:and smth:something sth:something nite:night rn:now nvm:nevermind tht:that thats:thats bday:birthday yday:yesterday yesterdays:yesterday todays:today tomorrows:tomorrow tonights:tonight weeks:week`
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [wrong = "", right = ""] = pair.split(":");
      return [wrong, right];
    }),
);

/** Words that "not" is drawn into: "did not" is the one word "didnt", as people mostly say it. */
export const NEGATED = words("did do does is are was were has have had");
