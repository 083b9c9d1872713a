/**
 * What the command line says in Traditional Chinese, in the terms of Taiwan.
 */

import type { Messages } from './messages.js';

/** The messages in Traditional Chinese. */
export const zhTW: Messages = {
  seconds: (number) => `${number} 秒`,
  clocks: {
    virtual: '虛擬時鐘',
    real: '真實時鐘',
    fasterReal: (speed) => `真實時鐘，${speed} 倍速`,
  },
  marks: {
    at: (at) => `於 ${at}`,
    late: (at) => `太晚，預期於 ${at}`,
    early: (at) => `太早，預期於 ${at}`,
    moved: (at) => `錯位，預期於 ${at}`,
    misplaced: '錯位',
    task: (name) => `預期由 ${name} 印出`,
    noTask: '預期不由任務印出',
    identity: (groups) => `${groups} 不對`,
    differs: '不同',
    expected: '預期',
    missing: '缺少',
    extra: '多出',
  },
  columns: {
    variant: '寫法',
    measured: '實測',
    cpython: 'CPython',
    expected: '預期',
    guide: '教學',
  },
  timesFaster: (times) => `快 ${times} 倍`,
  skipped: '略過',
  interruptedVariant: '中斷',
  roughInstants: (speed, seconds) => `在 ${speed} 倍速下，時刻只是約略值，可能相差 ${seconds}。`,
  computingIsFree: '在虛擬時鐘上，運算不花時間；在 CPython 上則需要時間。',
  raised: (error) => `引發 ${error}`,
  returned: (value) => `回傳 ${value}`,
  returnedNothing: '正常結束，沒有回傳值',
  faults: {
    lines: (count) => `有 ${count} 行不同`,
    elapsed: (actual, expected) => `花了 ${actual}，預期 ${expected}`,
    outcome: (actual) => actual,
    outcomeExpected: (expected) => `預期：${expected}`,
    warningMissing: (text) => `沒有出現預期的警告：${text}`,
    warningExtra: (text) => `不在預期中的警告：${text}`,
    measure: (name, actual, expected) => `${name} 在 ${actual} 結束，預期 ${expected}`,
    measureMissing: (name, expected) => `${name} 一直沒有結束，預期 ${expected}`,
    ratio: (faster, than, actual, bounds) =>
      `${faster} 的速度是 ${than} 的 ${actual} 倍，預期${bounds}`,
    atLeast: (times) => `至少 ${times} 倍`,
    atMost: (times) => `至多 ${times} 倍`,
    timeLimit: (seconds) => `${seconds}後強制停止：卡住了，或是需要更長的 --time-limit`,
    stray: (error) => `沒有人處理的例外：${error}`,
  },
  summary: {
    passed: (count) => `${count} 個符合預期`,
    failed: (count, names) => `${count} 個不符：${names}`,
    skipped: (count) => `${count} 個略過`,
    interrupted: (count) => `${count} 個中斷`,
    join: '，',
  },
  explain: {
    guide: (claim) => `教學：${claim}`,
    cpython: (version, seconds) => `CPython ${version}：${seconds}`,
    expected: (seconds) => `預期：${seconds}`,
    source: (path) => `程式：${path}`,
  },
  list: {
    heading: (count) => `共 ${count} 個情境`,
    hint: '執行：asyncio-lab run <名稱>，加上 --explain 會說明發生什麼事、為什麼',
  },
  help: {
    titles: {
      'Usage:': '用法：',
      'Arguments:': '引數：',
      'Options:': '選項：',
      'Commands:': '指令：',
      'Global Options:': '共用選項：',
    },
    program: '執行 asyncio 教學的範例，並與 CPython 的實際行為並列顯示。',
    list: '列出所有情境，以及 CPython 的實測與教學的說法',
    run: '執行情境，把每一行與預期的並列顯示',
    names: '情境的名稱，或你自己的 .ts、.js、.mjs 檔案或資料夾的路徑',
    example: '範例：',
    helpOption: '顯示這份說明',
    version: '顯示版本',
    lang: '語言：en 或 zh-TW，預設依語系環境',
    noColor: '不用顏色；設定 NO_COLOR 也一樣',
    json: '以 JSON 輸出，供程式讀取',
    clock: 'real 真的等待，virtual 直接跳到下一個計時器',
    speed: '真實時鐘以 N 倍速前進',
    variant: '只執行這個寫法，可重複指定',
    all: '執行所有情境',
    timeLimit: '寫法的時鐘走到 S 秒就強制停止',
    explain: '只說明發生什麼事、為什麼，不執行',
  },
  errors: {
    unknownOption: (name) => `沒有 ${name} 這個選項`,
    unknownCommand: (name) => `沒有「${name}」這個指令`,
    optionNeedsValue: (option) => `${option} 需要一個值`,
    tooManyArguments: (command) => `${command} 不接受名稱`,
    conflict: (one, other) => `${one} 與 ${other} 不能同時使用`,
    notPositive: (option, value) => `${option} 必須是大於 0 的數字，不能是「${value}」`,
    unknownClock: (value) => `沒有「${value}」這種時鐘，只有 real 與 virtual`,
    unknownLanguage: (value) => `沒有「${value}」這種語言，只有 en 與 zh-TW`,
    speedIsForReal: '--speed 只適用於真實時鐘：虛擬時鐘完全不等待',
    nothingToRun: '請指定情境名稱或 --all；asyncio-lab list 會列出所有情境',
    didYouMean: (names) => `；你是不是要找 ${names}？`,
    find: (problem) => {
      switch (problem.type) {
        case 'unknown-scenario':
          return problem.nearest.length > 0
            ? `沒有「${problem.name}」這個情境`
            : `沒有「${problem.name}」這個情境；asyncio-lab list 會列出所有情境`;
        case 'unknown-variant':
          return problem.nearest.length > 0
            ? `沒有「${problem.name}」這個寫法`
            : `沒有「${problem.name}」這個寫法；可用的有 ${problem.known.join('、')}`;
        case 'unreadable':
          return `無法讀取 ${problem.path}，系統回報「${problem.cause}」`;
        case 'empty-folder':
          return `資料夾 ${problem.path} 裡沒有情境`;
        case 'not-a-module':
          return `${problem.path} 不是情境：不是 .ts、.js 或 .mjs 檔案`;
        case 'no-default-export':
          return `${problem.path} 不是情境：沒有預設匯出（export default defineScenario({ … })）`;
        case 'no-scenario':
          return `${problem.path} 不是情境，defineScenario 指出「${problem.slip}」`;
        case 'throws':
          return `無法載入 ${problem.path}，執行時發生「${problem.error}」`;
        case 'exits':
          return `無法載入 ${problem.path}：它結束了整個行程`;
        case 'never-loads':
          return `無法載入 ${problem.path}：頂層的 await 永遠等不到結果`;
        case 'bad-recording':
          return `無法使用 ${problem.path}，讀取時發生「${problem.cause}」`;
      }
    },
    lateError: (variant, error) => `${variant}：結束之後才發生的例外：${error}`,
    exited: (variant) => `${variant}：它結束了整個行程`,
    internal: (error) =>
      `asyncio-lab 本身的錯誤：${error}（請回報；設定 ASYNCIO_LAB_DEBUG=1 會顯示發生的位置）`,
  },
  interrupted: '已中斷',
};
