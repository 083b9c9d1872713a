/** The words of `exercise dev` in Traditional Chinese. */

import type { DevWords } from './words.js';

export const words: DevWords = {
  help: {
    dev: '編寫自己的練習',
    new: '寫出一套小練習作為起點：內含一個完整的練習',
    check:
      '檢查一套練習：每個練習都有待完成之處，未作答時不會通過，而且有訊息；解答會通過；每個錯誤答案都得到為它準備的訊息',
    folder: '練習所在的資料夾（內有 set.ts）；省略時為目前的資料夾',
    newFolder: '要寫入的資料夾，必須尚未存在',
    names: '練習名稱；省略時為全部',
    messages: '列出學員可能看到的每一則訊息，供逐一校閱',
  },
  fault(fault, said) {
    switch (fault.type) {
      case 'broken':
        return fault.error.message;
      case 'not-listed':
        return `${fault.folder} 是一個練習，但它的章節沒有列出`;
      case 'no-todo':
        return '練習檔裡沒有 TODO；註解有兩種語言時，兩種都要有';
      case 'half-bilingual':
        return '練習檔的註解只有一種語言：每一處 // [en] 都要有對應的 // [zh-TW]';
      case 'too-few':
        return fault.what === 'hints'
          ? `只有 ${fault.count} 則提示，至少要兩則`
          : `只列出 ${fault.count} 個錯誤答案，除了「unsolved」以外至少要兩個`;
      case 'lacks-text':
        return fault.language === undefined
          ? `「${fault.field}」沒有文字`
          : `「${fault.field}」沒有「${fault.language}」的文字`;
      case 'not-recorded':
        return '有 Python 程式，卻還沒有記錄它的結果：asyncio-lab record <它的資料夾>';
      case 'no-answer':
        return `找不到 ${fault.file}`;
      case 'no-mistake':
        return `沒有任何 mistake 使用 ${fault.file} 這個答案`;
      case 'types':
        return `${fault.place}：${fault.message}`;
      case 'solution-fails':
        return `解答沒有通過：${said(fault.verdict)}`;
      case 'not-to-predict':
        return '練習檔必須匯出空的預測：export const prediction: string[] = [];';
      case 'passes':
        return `「${fault.answer}」不該通過，卻通過了`;
      case 'other-message':
        return `「${fault.answer}」得到的是別的訊息：${said(fault.verdict)}`;
    }
  },
  sound: (exercises, answers) => `${exercises} 個練習，共評判 ${answers} 份答案，全部正確`,
  faults: (faults, exercises) => `${exercises} 個練習中有 ${faults} 處問題`,
  unknownExercise: (name) => `這套練習裡沒有「${name}」`,
  folderIsThere: (path) => `${path} 已經存在，請指定新的資料夾`,
  nextTitle: '接下來',
  next: (folder) => [
    `npx asyncio-lab exercise dev check ${folder}              每次修改後檢查`,
    `npx asyncio-lab exercise dev check ${folder} --messages   校閱學員會看到的訊息`,
    `npx asyncio-lab exercise init workshop --from ${folder}   發給學員`,
  ],
};
