/**
 * Sentences that try to change what the assistant is. They are text: kept whole in a title, never obeyed.
 */
export const HOSTILE =
  /\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+|every\s+|the\s+|my\s+|your\s+|these\s+|those\s+|of\s+)*(?:(?:previous|prior|above|earlier|preceding|other|existing|system|safety|past)\s+)+(?:instructions?|prompts?|rules?|commands?|messages?|directions?|guidelines?|orders?|context|everything)\b|\b(?:ignore|disregard|forget)\s+(?:all\s+)?(?:your|the)\s+(?:instructions?|rules?|guidelines?|prompt|programming|training)\b|\byou\s+are\s+now\s+(?:a|an|in|dan|my|no)\b|\bsystem\s+prompt\b|\bdeveloper\s+mode\b|\bjailbreak\b|\bdrop\s+table\b|<\/?(?:system|script|instructions?|assistant)\b|(?:^\s*|["'“]|\b(?:called|titled|named|saying|says|task|add)\s*:?\s+)(?:system|assistant)\s*:/i;
