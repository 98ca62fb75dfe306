/**
 * Emoji that carry mood, with words of the lexicon that stand for them: their short name in Unicode's CLDR, or a plain
 * word where the name describes only the drawing (a coloured heart is love). Fire is left out: on social media it
 * praises, and the lexicon's 'fire' is negative.
 */
const names = `
  😀 grinning face | 😁 beaming face with smiling eyes | 😂 face with tears of joy |
  🤣 rolling on the floor laughing | 😃 grinning face with big eyes | 😄 grinning face with smiling eyes |
  😅 grinning face with sweat | 😆 grinning squinting face | 😊 smiling face with smiling eyes |
  😇 smiling face with halo | 🙂 slightly smiling face | 🥰 smiling face with hearts |
  😍 smiling face with heart-eyes | 😘 face blowing a kiss | 😗 kissing face |
  😙 kissing face with smiling eyes | 😚 kissing face with closed eyes | ☺ smiling face |
  😎 smiling face with sunglasses | 🤗 hugging face | 😌 relieved face | 😔 pensive face | 😕 confused face |
  😲 astonished face | ☹ frowning face | 🙁 slightly frowning face | 😞 disappointed face |
  😟 worried face | 😢 crying face | 😭 loudly crying face | 😦 frowning face with open mouth |
  😧 anguished face | 😨 fearful face | 😩 weary face | 😫 tired face | 😬 grimacing face |
  😰 anxious face with sweat | 😱 face screaming in fear | 😵 dizzy face | 😠 angry face |
  👿 angry face with horns | 😥 sad but relieved face | 😓 downcast face with sweat | 🥳 partying face |
  🥱 bored face | 🤥 lying face | 😈 smiling face with horns | 😺 grinning cat |
  😸 grinning cat with smiling eyes | 😹 cat with tears of joy | 😻 smiling cat with heart-eyes |
  😽 kissing cat | 🙀 weary cat | 😿 crying cat | 🥲 smiling face with tear | 💋 kiss mark | 💌 love letter |
  💗 growing heart | 💓 beating heart | 💔 broken heart | 💖 sparkling heart | ❤ love | 🧡 love | 💛 love |
  💚 love | 💙 love | 💜 love | 🤎 love | 🖤 love | 🤍 love | 💕 love | 💞 love | 💘 love | 💝 heart gift love |
  ❣ love | ♥ love | 💏 kiss | 🤟 love-you gesture love | 👌 ok hand | 👍 good | 👎 bad | 🎉 party popper |
  ✨ sparkles | 🥇 medal | 🏅 medal | 🏆 winner | 🎁 gift | 💪 strong | 👏 applause | 🙌 hooray | 💯 perfect |
  💢 anger symbol | 💣 bomb | ⚠ warning | 🍀 lucky | 🤮 disgusting | 🤢 disgusting | 😡 angry face |
  🤬 angry face | 😒 annoyed | 🙄 annoyed | 😤 annoyed | 💩 crap | 🖕 insult`;

/** From an emoji (without variation selector and skin tone) to the words that stand for it. */
export const emojiNames: ReadonlyMap<string, string> = new Map(
  names.split('|').map((item) => {
    const entry = item.trim();
    const space = entry.indexOf(' ');
    return [entry.slice(0, space), entry.slice(space + 1)] as const;
  }),
);
