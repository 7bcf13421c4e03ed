/**
 * Small talk: whole sentences by pattern, and the words that tell a question about something else.
 */
import { words } from "./words";
import type { Topic } from "../commands";

export const TALK: readonly { topic: Topic; patterns: readonly string[] }[] = [
  {
    topic: "greeting",
    patterns: [
      "hi|hello|hey|hiya|howdy|yo|heya|greetings|hallo|helo|hii|hiii|heyy|sup|salam|salaam|assalamualaikum there|you|everyone|errand|again|all|bot|friend|mate|assistant|hi|hello|hey|me|its|back*",
      "good morning|afternoon|evening|day there|errand|to|you|all|everyone*",
      "morning|evening|afternoon there|errand|all?",
      "whats up|new|happening? there|errand|dude|man?",
      "hi|hello|hey|yo there|errand? good morning|afternoon|evening",
      "anybody|anyone there|home|here",
      "are you there|awake|here|listening|alive|online|working?",
      "knock knock",
      "assalamu|assalam|asalam alaikum|alaykum|o|u*",
      "happy monday|tuesday|wednesday|thursday|friday|saturday|sunday|new|birthday|holidays|christmas year|to|you|errand*",
      "merry christmas|xmas",
    ],
  },
  {
    topic: "how-are-you",
    patterns: [
      "hi|hello|hey|yo|hiya? there|errand? how are|r|is|have|hows you|u|things|it|life|been|going|doing|everything|your|day|today|all|the* today|going|doing|been?",
      "hows|how it|is|are|your|the|things|everything|day|life|you|u|r|goes* going|doing|feeling|day|been|things|life today|so|far*",
      "you ok|okay|alright|good",
      "are you ok|okay|alright|good|well|happy|sad|tired|bored",
    ],
  },
  {
    topic: "thanks",
    patterns: [
      "ok|okay|great|cool|perfect|nice|awesome|good|lovely|brilliant|excellent|wonderful|amazing|fab|super|sweet|alright|right|yes|no|oh|wow|ah|and|many|thats|all|for|now|got|it|thats|done|fine|that|is|works* thanks|thank|thx|ty|tysm|cheers|ta|thnx|tnx|thankyou|tks|danke|merci|gracias|shukriya|thanx|kthx|thnks|thks you|u|a|so|very|much|lot|lots|ton|tons|million|bunch|again|errand|mate|buddy|man|dude|for|the|your|all|help|helping|that|everything|it|heaps|bot|friend|indeed|doing|this|work|bro|dear|love|pal|really|loads|once|more|kindly|both|then|now|there|anyway|anyways|though|regardless*",
      "much appreciated|obliged",
      "i|really|we* appreciate it|that|this|you|your|the|help*",
      "thats|you|are|youre|youve|been|so|very|really|was|most* helpful|kind|sweet thanks?",
    ],
  },
  {
    topic: "praise",
    patterns: [
      "good|great|nice|excellent|amazing|awesome|perfect|brilliant|fantastic|well|wonderful|lovely|cool|sweet|super|neat|bravo|wow|yay|hooray|woohoo|nicely job|work|one|stuff|done|bot|errand|so|very|much|that|is|was|it|man|dude|boy|girl*",
      "you|youre|you're are|the|so|really|very|a* best|great|amazing|awesome|good|smart|clever|brilliant|helpful|wonderful|star|legend|genius|lifesaver|useful|fast|quick|kind|funny assistant|bot|errand|one*",
      "i|we love|like|adore you|this|it|errand|that app|so|much|thing|tool*",
      "that|thats|this|it|its is|was|works* great|perfect|awesome|brilliant|amazing|good|nice|cool|excellent|fantastic|wonderful|lovely|correct|right|it|better so|very|much|now*",
      "lol|haha|hahaha|lmao|rofl|hehe|ha|funny|xd|nice one*",
    ],
  },
  {
    topic: "help",
    patterns: [
      "help|halp|hlp me|please|pls|out|i|need|with|this|errand|tasks*",
      "i need|want help|assistance|a|hand|some|with|this|the|app*",
      "what can|could|do|are you|u|i|this|errand|it do|say|ask|type|help|able|capable|of|to|with|for|me|here|app|about|understand*",
      "what|which commands|features|functions|options can|do|are|you|i|have|there|support|understand|say|know|use|available*",
      "how do|does|can|should|would|to this|it|i|you|errand|that|we* work|works|use|start|begin|help|work|function|operate|talk|do|get this|it|you|errand|to|with|here|that|app|me|started|anything*",
      "what|whats is|are|this|errand|it|that|for|you|your|the* for|about|purpose|features|skills|capabilities|abilities|functions",
      "show|give|tell me? some|the|an|your|available|how|what|examples|help|commands|instructions|example|i|can|do|to|use|you|this|tutorial|options|tips|it|say*",
      "can|could|will|would you help|assist me|please|out|with|my|the|tasks|something|this|list|a|task*",
      "commands|instructions|examples|manual|tutorial|usage|faq|options|menu|features",
      "im|i am lost|confused|stuck|new|not|sure|what|to|do|say|here*",
      "i dont know|understand what|how|to|do|say|use|this|it|works|i|can*",
      "get started",
      "whats|what is|are|this? this|errand",
      "what now",
    ],
  },
  {
    topic: "who",
    patterns: [
      "who|what|whos are|r|is|made|built|created|wrote|am|i|talking|to|speaking|with|the* you|u|this|errand|your|exactly|creator|maker|developer|author|behind*",
      "are|r you|u|this|errand* a|an|the|real|chat|actual|just|some|really|like|even* human|person|bot|robot|ai|chatbot|machine|chatgpt|gpt|gpt-4|openai|claude|siri|alexa|computer|program|model|llm|gemini|real|alive|sentient",
      "whats|what is? your name",
      "do you have a? name",
      "how old are you",
      "where are you from|located|based",
      "which|what model|ai|llm|version|gpt are|is|do|this|you|use|using|running|it*",
      "introduce yourself",
      "tell me about yourself|you",
      "do you have|feel|sleep|dream|eat|like|love|know a|an|any|me|feelings|emotions|body|family|brain*",
      "is this|that|it a|an|chatgpt|gpt|openai|ai|bot|offline|online|free|safe|secure|real*",
    ],
  },
  {
    topic: "goodbye",
    patterns: [
      "bye|goodbye|cya|ciao|farewell|later|laters|ttyl|adios|goodnight|byebye|toodles|peace for|now|errand|then|bye|everyone|all|there*",
      "see|catch|talk|speak you|ya|u|to|on* later|tomorrow|soon|around|then|next|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|again|tonight|next-time|in|a|bit|week|time*",
      "good|have|sleep night|night-night|well|tight|one errand|everyone|all|then*",
      "have|enjoy a|an|your|the* good|great|nice|lovely|wonderful|rest|weekend|day|evening|night|one|awesome|of|your|the|week|morning|afternoon*",
      "gtg|g2g|brb|gotta go|run|im|off|leaving|now*",
      "thats|that is|will|be|thatll* all|it|everything for|now|today|thanks|from|me*",
      "all done|finished for now|today|the|day|tonight+",
      "im|i am done|finished|off|leaving|going|out for|now|today|here|the|day|to|bed|then*",
      "nothing else|more|for|now|today|thanks*",
      "thats|that is? enough for|now|today*",
    ],
  },
  {
    topic: "sorry",
    patterns: [
      "im|i am? so|very|really|terribly* sorry about|for|that|it|this*",
      "sorry|apologies about|for|that|it|this|my|bad*",
      "my bad",
    ],
  },
  {
    topic: "insult",
    patterns: [
      "you|youre|this|that|errand|it|its|thats are|is|a|an|so|really|such|very|fucking|bloody|the|just|absolutely|complete|pretty|too* stupid|dumb|useless|idiot|terrible|awful|bad|worst|annoying|rubbish|garbage|crap|slow|wrong|broken|moron|trash|suck|sucks|horrible|pathetic|shit|joke|bot|app|thing|assistant|ever*",
      "shut up",
      "i hate you|this|it|errand|that|app*",
      "fuck|screw|damn you|this|off|it|errand*",
      "go to hell",
      "stupid|dumb|useless|idiot|rubbish|wtf|ffs bot|app|errand|thing|machine*",
    ],
  },
  {
    topic: "yes",
    patterns: [
      "yes|yeah|yep|yup|yea|ya|yas|yess|sure|ok|okay|k|kk|y|aye|absolutely|definitely|certainly|correct|confirm|confirmed|affirmative|indeed|right|exactly|proceed|agreed|fine|alright|totally|yessir|yh please|pls|do|it|that|go|ahead|them|sure|thing|im|i|am|all|of|those|confirm|thanks|thank|you|course|right|yes|ok|these|correct|for|sounds|good|then|proceed|both|definitely|absolutely|everything|want|to|two|three|the|tasks|ones|fine|with*",
      "do|go it|that|ahead|for|so|on|with|them|please|and|all|of|now|just|yes*",
      "of course",
      "please|pls do|go|yes|ahead|it|so|that|them|all*",
      "go ahead",
      "i|im|am|do|want|confirm|agree|sure|that|it|this|to|yes|positive|certain*",
      "make it so",
      "sounds good|great|right|fine",
      "thats|that is? right|correct|fine|ok|it",
      "all of them|those|these? please?",
      "all three|four|five|two",
      "confirm|approved|approve|granted deletion|delete|it?",
    ],
  },
  {
    topic: "no",
    patterns: [
      "no|nope|nah|na|n|negative|never|noo|nooo thanks|thank|you|dont|do|not|that|it|them|please|stop|cancel|way|keep|leave|wait|just|mind|need|nothing|forget|neither|none|of|no|all|those|these|nevermind|never|anything|any|im|good|actually*",
      "never mind|nevermind|nvm|nm|nevermind that|it|this|then|thanks*",
      "cancel|stop|abort|dont|wait|halt that|it|this|please|now|do|them|everything|stop*",
      "no|nope|nah|please|wait|stop* dont|do-not|not|never delete|remove|do|cancel|erase it|that|them|those|any|anything|please|of*",
      "forget|leave|keep|drop it|that|them|this|be|alone|everything|all|both|as|is|they|are|where|how|just|there|for|now*",
      "do not do|delete|remove? it|that|them|anything|those",
      "neither|none of|them|those|these*",
      "not now|yet|really|today|that|those|them|sure|anymore",
      "on second thought|thoughts no|leave|keep|never|mind|it|them*",
      "i|we dont|do|did|not|didnt|never|want|that|to|it|this|think|so|any|of|them*",
      "hold|hang on",
      "better not",
      "nothing",
    ],
  },
  {
    topic: "acknowledged",
    patterns: [
      "right|ok|okay|so|well|now|then* i|its|it|is|need|have|got|gotta|must|time|to|lets|let|us|really|want* get my|our|myself|ourselves+ life|act|head|shit|self* together|organised|organized|sorted|started|going|cracking",
      "ok|okay|k|kk|alright|right|fine|hmm|hm|mhm|cool|noted|understood|roger|gotcha|sure|well|so|oh|ah|i|see|got|it|great|good|then|interesting|whatever|wow|really|huh|um|uh|aha|and|er|true*",
    ],
  },
];

/** First words of a sentence that states or asks something: never a thing to do by itself. */
export const NOT_NOUN_STARTS =
  words(`i im ive id ill we were weve you youre u he she they it its it's that thats this these those there theres what whats
  which who whos where when why how is are am was do does did have has had can could would will shall may might must
  should if because since although though while unless until whenever maybe perhaps dont doesnt didnt isnt arent wasnt
  cant couldnt wouldnt wont shouldnt never not nothing none no yes hi hello hey please thanks thank ok okay sorry lol
  oh ah wow good nice great cool sure see happy merry have ignore disregard pretend whatever somebody someone everybody
  everyone nobody anything something let lets us me my-name today's ugh man dude hmm everything all both either neither
  said nope nah yep yeah such so too also very really just only still already almost love hate la le les un une el los
  las der die das den ein eine il lo gli mujhe mera meri kal aaj kya main hai hain ke ki ka ko se je tu nous vous ich
  wir du er sie es yo nosotros mi mis tus tes mes ma ta sa mon ton son`);

/** Words that wait for something: no title ends in one. */
export const NOT_NOUN_ENDS = words(
  "til till until to for by at of the a an and or with is are was were isnt arent not from my",
);

/** Little words of other languages, which no English sentence has. */
export const FOREIGN =
  words(`bonjour hola salut hallo ciao ola je tu nous vous une des les du au aux est pour ajoute ajouter tache taches supprime montre
  el los las una del para por que mi mis tus anade agrega borra elimina lista tarea tareas manana hoy comprar hacer
  ich du wir der die das und ein eine fur mit nicht erinnere loesche losche aufgabe aufgaben heute morgen kaufen zeig
  mujhe mera meri mere tum aap kya hai hain kal aaj karo karna karna hai khareedna lana yaad dilana dikhao kaam sab
  il lo gli aggiungi oggi domani compra cancella mostra adicionar tarefa amanha hoje ekle yarin bugun gorev nachste woche zum`);
