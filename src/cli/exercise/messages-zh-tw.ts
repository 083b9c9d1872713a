/**
 * What the workshop says in Traditional Chinese, in the terms of Taiwan.
 */

import type { WorkshopMessages } from './messages.js';

/** The messages in Traditional Chinese. */
export const zhTW: WorkshopMessages = {
  kinds: { fix: '修改', write: '撰寫', predict: '預測' },
  progress: (done, of) => `${done}／${of}`,
  expected: '預期',
  happened: '實際',
  predicted: '你排的順序',
  took: (seconds) => `花了 ${seconds}`,
  nothing: '少了一行',
  output: '不經 print() 直接寫出的內容：',
  causes: {
    syntax: (message) => `這還不是正確的 TypeScript：${message}`,
    types: (message) => `型別不符：${message}`,
    load: (error) => `無法載入這個檔案：${error}`,
    noMain: '沒有可以執行的內容：檔案必須像一開始那樣匯出 main（或 program）。',
    exit: (code) =>
      `程式結束了自己的行程${code === undefined ? '' : `（結束代碼 ${code}）`}，因此無法評判。`,
    endless: (seconds, isBlocked) =>
      isBlocked
        ? `執行 ${seconds}後被強制停止：有一步一直沒有結束，事件迴圈無法繼續。是不是有不會結束的迴圈？`
        : `執行 ${seconds}後被強制停止：它一直沒有結束。應該由什麼讓它停下來？`,
    floods: (lines) => `印了 ${lines} 行之後被強制停止：沒有人讀得完。是不是有不會結束的迴圈？`,
    memory: '它用光了行程的記憶體，因此被強制停止。是不是有什麼一直在變大？',
    deadlock: (stuck) =>
      `再也沒有任何任務能繼續：${stuck.map(({ coroutine, waitsFor }) => `${coroutine} 在等 ${waitsFor}`).join('，')}。`,
    neverAwaited: (coroutine) =>
      `呼叫了 ${coroutine}()，卻從來沒有等待它，所以它完全沒有執行。呼叫只會建立協程物件，yield* 才會執行它。`,
    neverRetrieved: (error) =>
      `有個任務以 ${error} 結束，卻沒有人查看。請等待這個任務，讓例外傳到該處理它的地方。`,
    raised: (error) => `它以例外結束：${error}`,
    notRaised: (expected) => `它應該以 ${expected} 結束，卻沒有。`,
    pending: (coroutine) =>
      `main 結束時，${coroutine} 的任務還沒完成，於是 run() 取消了它。有誰在等它？`,
    swallowed: (coroutine) =>
      `${coroutine} 的任務被要求取消，卻繼續執行：某個 catch 攔下了 CancelledError，沒有再次引發。`,
    blocked: (seconds, atMost) =>
      `有一步占住事件迴圈 ${seconds}（最多允許 ${atMost}），這段時間裡其他任務都停著。`,
    mustUse: (name) => `結果是對的，但這一題要練習的是 ${name}，請使用它。`,
    mustNotUse: (name) => `結果是對的，但請不要用 ${name} 來達成。`,
    noPrediction: '先在檔案的 prediction 裡寫下程式會依什麼順序印出哪些行，然後才執行。',
    prediction: (at) => `第 ${at} 行應該是另一行，在它之前的都對。`,
    lines: (at) => `從第 ${at} 列起，印出的內容就不同。`,
    instant: (at, expected, actual) => `第 ${at} 列應該在 ${expected} 印出，實際上是在 ${actual}。`,
    elapsed: (expected, actual) => `應該花 ${expected}，實際上花了 ${actual}。`,
    returned: (expected, actual) => `應該回傳 ${expected}，實際上回傳 ${actual}。`,
  },
  missing: '這個檔案不見了。按 x 可以重新寫出，asyncio-lab exercise reset 也可以。',
  passed: '答對了。',
  passedAt: (seconds) => `答對了，總共花 ${seconds}。`,
  hint: (number, of) => `提示 ${number}／${of}`,
  allHintsShown: '提示都看完了。按 s 可以看解答。',
  solution: '解答',
  yours: '你的寫法',
  list: {
    hint: 'asyncio-lab exercise 會打開目前的題目',
    current: '目前',
    hintsShown: (count) => `看過 ${count} 個提示`,
    nothingFound: (text) => `沒有題目的名稱或標題含有「${text}」。`,
  },
  all: {
    passed: (count) => `${count} 題通過`,
    failed: (count) => `${count} 題還沒通過`,
  },
  prediction: {
    ask: '讀一讀程式：它會依什麼順序印出這些行？請依序輸入它們的字母。',
    answer: '順序：',
    incomplete: (letters) => `每一行都要排進去，還沒排的有：${letters}`,
  },
  closing: {
    heading: (count) => `${count} 題全部完成。`,
    withoutHints: (count) => `其中 ${count} 題沒有看提示。`,
  },
  aboutProgress: [
    '你的練習進度。這個檔案可以複製到另一台電腦。',
    '每行記一件事：current 是目前的題目，done 是已完成的，hints 是看過的提示數。',
  ],
  ignoredLine: (file, line, text) => `${file} 第 ${line} 行看不懂，已略過：${text}`,
  keys: {
    hint: (next, of) => `提示 ${next}／${of}`,
    next: '下一題',
    closing: '結語',
    answer: '作答',
    list: '清單',
    reset: '重來',
    solution: '解答',
    python: 'Python',
    checkAll: '全部檢查',
    quit: '離開',
    move: '移動',
    go: '前往',
    back: '返回',
    stop: '停止',
    scroll: '捲動',
    submit: '執行',
    readProgram: '讀程式',
    search: '輸入文字即可搜尋',
  },
  hintsEnd: '提示都看完了；asyncio-lab exercise solution 會顯示解答。',
  watch: {
    judging: '評判中……',
    judgedAt: (time) => `評判於 ${time}`,
    saveToJudge: '請編輯這個檔案並存檔',
    notPassedYet: '還不行：這一題要先通過。按 l 可以挑別的題目。',
    solutionLater: '你的答案通過，或看完所有提示（按 h）之後，才會顯示解答。',
    askReset: '要把這一題恢復成一開始的樣子嗎？你寫的內容會保留在旁邊的檔案。（y/n）',
    kept: '什麼都沒有改。',
    otherSaved: (file) => `你存的是 ${file}，不是目前的題目。按 l 可以切換過去。`,
    noEvents:
      '這裡的系統不會通知檔案的變更（是網路磁碟機嗎？），改為每秒查看一次；加上 --poll 則一開始就這麼做。',
    checking: (number, of) => `正在檢查第 ${number} 題，共 ${of} 題……`,
    noPython: '這一題沒有對應的 Python 程式。',
  },
  reset: {
    done: (file) => `${file} 已恢復成一開始的樣子。`,
    backup: (file) => `你寫的內容保留在 ${file}。`,
  },
  check: {
    next: (name, file) => `下一題：${name}，檔案是 ${file}`,
    allDone: '所有題目都完成了。',
  },
  init: {
    wrote: (count) => `寫入 ${count} 個`,
    exist: (count) => `${count} 個已存在，不更動`,
    exercises: '練習題',
    set: '整套題目',
    missingPackages: '原本就有 package.json；這些練習還需要三個套件：',
    openInEditor: '然後在編輯器打開這個資料夾，與終端機並排。',
    readme: (title, canStart) => `# ${title}

以 TypeScript 練習 asyncio。程式在 asyncio-lab 上執行，行為與 CPython 的 asyncio 相同。

\`\`\`sh
npm install
${canStart ? 'npm start' : 'npx asyncio-lab exercise'}
\`\`\`

${canStart ? '`npm start`（或 `npx asyncio-lab exercise`）' : '第二個指令'}一次顯示一題。在終端機旁的編輯器打開那一題的檔案，
修改後存檔，就會立刻評判它做了什麼：每一行，以及每一行的時刻。
時鐘是虛擬的，所以就算程式要睡一個小時，也能馬上評判。

| 按鍵 | |
|---|---|
| h | 提示，每按一次多一個 |
| a | 作答，用於預測輸出的題目 |
| n | 下一題，通過之後才能前往 |
| l | 所有題目的清單 |
| x | 把這一題恢復成一開始的樣子 |
| s | 解答，通過或看完所有提示之後才顯示 |
| p | 解答與同一個程式的 Python 寫法並列，看得到解答時才顯示 |
| c | 檢查所有題目 |
| q | 離開 |

終端機無法顯示這種畫面時，可用 \`npx asyncio-lab exercise check\`、\`hint\`、\`reset\`、\`list\` 與 \`solution\`。

進度記在 \`progress.txt\`。整個資料夾可以直接複製到另一台電腦，
不必帶 \`node_modules\`，在那裡執行 \`npm install\` 即可。
`,
  },
  errors: {
    noProject:
      '這個資料夾裡沒有練習題：asyncio-lab exercise init 會寫出練習題，然後請 cd 到它們的資料夾',
    unknownExercise: (name) => `沒有「${name}」這一題`,
    listShowsAll: '；asyncio-lab exercise list 會列出所有題目',
    severalExercises: (name, names) => `有好幾題都叫「${name}」，請選 ${names}`,
    nameOrAll: '請指定一題，或用 --all，不要兩者並用',
    hasExercises: (folder) => `${folder} 已經有練習題：請為 --from 的題目指定另一個資料夾`,
    projectFile: (act, path, cause) =>
      `無法${act === 'read' ? '讀取' : '寫入'} ${path}，系統回報「${cause}」`,
    setInside: '學員的資料夾不能放在 --from 的資料夾裡，請指定別的資料夾',
    solutionLater: (name) =>
      `${name} 的解答要在你的答案通過，或看完所有提示（asyncio-lab exercise hint）之後才會顯示`,
    noPython: (name) => `${name} 沒有對應的 Python 程式`,
  },
};
