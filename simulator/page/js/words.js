/** The page's own few words, in Chinese and English side by side. */

import { h } from "./dom.js";

const WORDS = {
  album: ["相册", "Album"],
  animation: ["动图", "Animation"],
  attach: ["附件", "Attach"],
  audio: ["音频", "Audio"],
  block: ["停用机器人", "Block the bot"],
  blocked: ["已停用，收不到新消息", "Blocked: no new messages"],
  cancel: ["取消", "Cancel"],
  close: ["关上", "Close"],
  commands: ["命令", "Commands"],
  connecting: ["正在连接…", "Connecting…"],
  contact: ["名片", "Contact"],
  copy: ["复制", "Copy"],
  delete: ["删除", "Delete"],
  dice: ["骰子", "Dice"],
  document: ["文件", "File"],
  earlier: ["更早的消息", "Earlier messages"],
  edit: ["修改", "Edit"],
  edited: ["已修改", "edited"],
  editing: ["修改消息", "Editing"],
  empty: ["还没说过话", "Nothing said yet"],
  failed: ["没发出去", "Not sent"],
  forwarded: ["转发的消息", "Forwarded"],
  gone: ["消息已删除", "Deleted message"],
  keyboard: ["大按钮", "Large buttons"],
  latest: ["回到最新", "Latest"],
  link: ["要打开这个网址吗？", "Open this address?"],
  location: ["位置", "Place"],
  lost: ["断开了，正在重连…", "Lost: reconnecting…"],
  messages: ["消息", "Messages"],
  mine: ["我", "Me"],
  more: ["更多", "More"],
  ok: ["好", "OK"],
  online: ["已连接", "Connected"],
  open: ["打开", "Open"],
  pause: ["暂停", "Pause"],
  photo: ["照片", "Photo"],
  pick: ["从本机选", "Upload"],
  pickplace: ["点一下地图，选个地方", "Tap the map to choose a place"],
  play: ["播放", "Play"],
  poll: ["投票", "Poll"],
  quote: ["回复", "Reply"],
  recording: ["松开就发出", "Let go to send"],
  restart: ["重新开始 /start", "Start over"],
  send: ["发送", "Send"],
  sendplace: ["发送这里", "Send this place"],
  service: ["提示", "Notice"],
  start: ["开始", "Start"],
  sticker: ["贴纸", "Sticker"],
  text: ["文字", "Text"],
  theme: ["明暗", "Light or dark"],
  try: ["试试看", "Try"],
  typing: ["正在输入…", "typing…"],
  unblock: ["重新启用", "Unblock"],
  unknown: ["消息", "Message"],
  unread: ["条未读", "unread"],
  venue: ["地点", "Venue"],
  video: ["视频", "Video"],
  video_note: ["圆视频", "Video note"],
  voice: ["语音", "Voice"],
  voicehelp: ["语音：点一下发三秒，按住说多久发多久", "Voice: tap for three seconds, or hold"],
  write: ["说一句话…", "Write…"],
};

/** A kind of message that this page has not met yet is still a message. */
const words = (key) => WORDS[key] ?? WORDS.unknown;

/** "发送 Send": for labels that are read aloud and for placeholders. */
export const say = (key) => words(key).join(" ");

/** The same as two spans, each marked with its language, the English one quieter. */
export function both(key) {
  const [chinese, english] = words(key);
  return [h("span", {}, chinese), " ", h("span", { class: "en", lang: "en" }, english)];
}
