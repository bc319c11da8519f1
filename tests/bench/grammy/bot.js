// A bot as most are in JavaScript: grammY's own polling, everything in memory, lost on a crash. One update after the
// other; for each the same messages as `stock_bot`. Says at its end what it used since SIGUSR1.
import { Bot } from "grammy";

const [root, token, ...teams] = process.argv.slice(2);
const keyboard = { inline_keyboard: [[{ text: "OK", callback_data: "fo:1" }]] };
const said = { parse_mode: "HTML", reply_markup: keyboard };
const bot = new Bot(token, { client: { apiRoot: root } });
let before = process.cpuUsage();

bot.on("message:text", async (context) => {
  const team = Number(teams[context.update.update_id % teams.length]);
  for (const chat of [context.chat.id, context.from.id, team]) {
    await context.api.sendMessage(chat, `<b>${context.message.text}</b>`, said);
  }
});
bot.on("callback_query:data", async (context) => {
  await context.answerCallbackQuery("OK");
  await context.editMessageText(`<b>${context.update.update_id}</b>`, said);
});

process.on("SIGUSR1", () => { before = process.cpuUsage(); });
const leave = () => {
  const used = process.cpuUsage(before);
  console.log(JSON.stringify({
    cpu_s: (used.user + used.system) / 1e6,
    peak_mb: process.resourceUsage().maxRSS / 1024,
  }));
  process.exit(0);
};
process.on("SIGTERM", leave);
process.stdin.on("end", leave).resume();
await bot.start({ allowed_updates: ["message", "callback_query"] });
