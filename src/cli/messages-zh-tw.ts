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
    pendingExtra: (task) => `結束時 ${task} 仍未完成`,
    pendingMissing: (task) => `結束時 ${task} 已完成，預期仍未完成`,
    exit: (end, lastLine) =>
      `${lastLine === undefined ? '' : `在「${lastLine}」這一行之後，`}${typeof end === 'number' ? `它結束了行程，結束代碼 ${end}` : `它的行程被 ${end} 結束`}`,
    hang: (seconds, lastLine) =>
      `${lastLine === undefined ? '' : `在「${lastLine}」這一行之後，`}它卡住了行程，${seconds}後被強制結束：是不是有無窮迴圈？`,
    leak: (resources) => `它留下了仍在運作的資源：${resources}`,
    nothingExpected: {
      author: '沒有說明它該做什麼：請加上 expect，或以 check --update 同意它現在的行為',
      cpython: '沒有說明它該做什麼：請加上 expect，或以 asyncio-lab record 記錄',
    },
    noSuchVariant: '預期有這種寫法，但情境裡沒有',
    stray: (error) => `沒有人處理的例外：${error}`,
  },
  summary: {
    passed: (count) => `${count} 個符合預期`,
    failed: (count, names) => `${count} 個不符：${names}`,
    skipped: (count) => `${count} 個略過`,
    interrupted: (count) => `${count} 個中斷`,
    skippedScenarios: (count) => `${count} 個情境略過`,
    broken: (count, names) => `${count} 個情境無法執行：${names}`,
    join: '，',
  },
  check: {
    variants: (count) => `${count} 種寫法`,
    leftOut: (paths) => `未檢查，因為沒有匯出情境：${paths}`,
    total: (scenarios, variants, counts) => `${scenarios} 個情境、${variants} 種寫法：${counts}`,
    flaky: (attempts) => `不穩定：第 ${attempts} 次才符合預期`,
    flakyOnes: (count, names) => `（${count} 個不穩定：${names}）`,
    attempt: (number, faults) => `第 ${number} 次：${faults}`,
    elided: (count) => `${count} 行符合預期`,
    moreLines: (count) => `還有 ${count} 行不符`,
    moreFaults: (count) => `……另外還有 ${count} 項`,
    line: (text, at, who) =>
      [
        ...(who === undefined ? [] : [who === null ? '不在任務中，' : `${who} `]),
        ...(at === undefined ? [] : [`於 ${at} `]),
        `印出「${text}」`,
      ].join(''),
    firstDifference: (number, line) => `第一個不同處在第 ${number} 行：${line}`,
    firstMissing: (number) => `第一個不同處在第 ${number} 行：缺少這一行`,
    cpython: (version, line) => `CPython${version}：${line}`,
    author: (line) => `預期：${line}`,
    earlier: (line) => `${line}，而且早於這裡先印出的其他行`,
    noSuchLine: '沒有這一行',
  },
  sideBySide: {
    here: 'TypeScript',
    took: (seconds) => `花了 ${seconds}`,
    measure: (name, seconds) => `${name} 在 ${seconds} 結束`,
    pending: (tasks) => `結束時仍未完成：${tasks}`,
    same: (variants, python) =>
      `沒有差異：${variants} 個寫法在這裡與在 CPython ${python} 上的行為相同`,
    different: (variants, of) => `${of} 個寫法中有 ${variants} 個不同`,
    first: (place) => `第一處差異：${place}`,
    line: (variant, line) => `${variant} 第 ${line} 行`,
    nothing: '沒有這一行',
  },
  record: {
    recorded: '已記錄',
    unchanged: '沒有變',
    added: '新增',
    removed: '移除',
    warnings: '警告',
    pending: '結束時仍未完成',
    lines: (count, first, change) =>
      count === 1 ? `第 ${first} 行 ${change}` : `${count} 行，最先是第 ${first} 行 ${change}`,
    form: '內容相同，只是寫法不同',
  },
  update: {
    unchanged: '沒有改變',
    recorded: (path) => `已記錄到 ${path}`,
    notRecorded: '沒有記錄：請先修正以下問題',
    varies: '沒有記錄：每次執行的結果不同，請在 varying 指明這樣的行',
    builtIn: '沒有記錄：這是內建的情境',
    ofCPython: '沒有記錄：它以 CPython 的行為為準',
    notOfCPython:
      '沒有記錄：它以 CPython 的行為為準，而結果不同（asyncio-lab record 會重新詢問 CPython）',
  },
  explain: {
    guide: (claim) => `教學：${claim}`,
    cpython: (version, seconds) => `CPython ${version}：${seconds}`,
    expected: (seconds) => `預期：${seconds}`,
    source: (path) => `程式：${path}`,
  },
  bench: {
    workloads: {
      spawn: '建立立即返回的任務，再以 gather 收集',
      'sleep-zero-1': 'sleep(0)，一個任務',
      'sleep-zero-100': 'sleep(0)，一百個任務',
      futures: '兩個任務以 future 往返',
      queue: '容量 100 的佇列，一個生產者，一個消費者',
      cancel: '建立睡眠的任務，取消後收集',
      'deep-chain': '50 層呼叫，每次重新開始',
      'deep-resume': '50 層呼叫，最內層反覆恢復',
      lock: '一千個任務競爭一個鎖',
      'sleepers-real': '隨機延遲，真實時鐘',
      'sleepers-virtual': '隨機延遲，虛擬時鐘',
      thread: '函式送往執行緒再返回',
      heap: '一個睡眠中任務的記憶體',
    },
    growth: '數量增加時',
    nanoseconds: '每次的奈秒數',
    bytes: '每個的位元組數',
    operations: (count, unit) => `${count} 次，${unit}`,
    heading: (processor, cores, node) => `${processor}，${cores} 核心，Node ${node}`,
    rounds: (count) =>
      `${count} 輪的中位數，附第 10 與第 90 百分位數。64 MiB：以 node --max-semi-space-size=64 執行。observed：附有觀察者。`,
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
    check: '在獨立的行程中執行情境，指出與預期不同的地方；適合 CI',
    run: '執行情境，把每一行與預期的並列顯示',
    names: '情境的名稱，或你自己的 .ts、.mts、.js、.mjs 檔案或資料夾的路徑',
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
    serve: '讓寫法的伺服器在這台機器上持續運作，供 curl 等程式連線，直到按下 Ctrl-C',
    compare: '在 CPython 上執行 Python 程式，把兩邊逐行並列顯示',
    record: '記錄 CPython 執行 Python 程式的結果',
    pairs: '旁邊有 Python 程式的情境，或 mine.ts mine.py',
    compareClock: 'virtual 精確比較，real 真的等待並比較實測的時間',
    python: '要用的 CPython（3.12 以上）或 pyodide，預設先找 python3 再找 pyodide',
    sources: '一併顯示兩邊的程式',
    reporter: '報告的格式：default、dot、json、junit、tap 或 github，可重複指定',
    outputFile: '把報告寫到檔案，不寫到標準輸出，可重複指定',
    checkNames: '情境的名稱，或你自己的路徑；省略時檢查所有內建情境',
    checkClock: 'virtual（預設）精確到奈秒，real 會真的等待',
    tolerance: '在真實時鐘上，時刻可以相差多少：秒數，或 10% 這樣的比例（至少 0.05 秒）',
    retry: '失敗的寫法最多再試 N 次，之後才通過的會標為不穩定',
    checkTimeLimit: '寫法的時鐘或現實時間走到 S 秒就強制停止',
    bail: 'N 個情境失敗後，其餘的跳過；省略 N 時為 1',
    listOnly: '只列出會檢查什麼，不檢查',
    shard: '只檢查 n 份中的第 k 份，供 CI 矩陣使用；見 merge-reports',
    mergeReports: '把 check --shard 各分片的 JSON 報告合併成一份',
    reports: 'JSON 報告，或存放報告的資料夾',
    init: '在專案裡寫好第一個情境，以及檢查它的指令稿與工作流程',
    initFolder: '專案的資料夾，預設為目前的資料夾',
    update: '把你的情境現在的行為記錄為預期',
    watch: '持續執行：檔案有改變就重新檢查相關的情境',
    poll: '與 --watch 並用：主動查看檔案有無改變，適用於網路磁碟機',
    bench: '測量執行環境：每次操作的時間與記憶體',
    benchQuick: '較小且較少輪，約半分鐘',
    benchOnly: '只測量這個項目，可給多次',
    benchRounds: '測量 N 輪',
    new: '寫出一個你自己的情境，作為起點',
    newName: '情境的名稱，或檔案的路徑：tea，或 scenarios/tea.ts',
    completion: '印出讓 shell 自動補齊指令、選項與名稱的指令稿',
    shell: 'bash、zsh 或 fish',
    exercise: {
      program: '工作坊：每次存檔都會立刻評判的練習題',
      init: '把練習題寫到你自己的資料夾',
      initFolder: '資料夾，預設為 asyncio-exercises',
      from: '改用這個資料夾裡的練習題，也就是老師自備的題目',
      watch: '顯示一題，每次存檔都評判；只打 exercise 也是這樣',
      watchName: '從哪一題開始，預設為上次做到的那一題',
      poll: '主動查看檔案有無改變，適用於網路磁碟機',
      check: '評判一題',
      name: '題目的名稱，預設為目前的題目',
      all: '評判所有題目',
      hint: '顯示提示，每次多一個',
      reset: '把一題恢復成一開始的樣子，你寫的內容會保留在旁邊',
      list: '列出所有題目，以及你的進度',
      solution: '顯示解答，通過或看完所有提示之後才行',
      python: '與同一個程式的 Python 寫法並列',
    },
  },
  serve: {
    isUp: (address) => `伺服器位址是 ${address}，按 Ctrl-C 停止。`,
    ask: '在另一個終端機連線：',
    askTenAtOnce: '十個使用者同時連線：',
    stopped: '已停止',
  },
  watch: {
    watching: (scenarios) => `正在監看 ${scenarios} 個情境`,
    failing: (names) => `不符：${names}`,
    changed: (paths) => `有改變：${paths}`,
    keys: '按 Enter 重新執行這些，按 a 全部執行，按 q 離開',
  },
  init: {
    wrote: '已寫入',
    exists: '已存在，不更動',
    hasScript: (name) => `已有指令稿「${name}」，不更動`,
    addedScript: (name) => `已加入指令稿「${name}」`,
    lockFile: '工作流程需要 npm install 產生的 package-lock.json，請一起提交。',
    readAtRoot: (folder) => `GitHub 只讀取 ${folder} 裡的工作流程，請把它移到那裡。`,
    next: '接下來：',
  },
  errors: {
    unknownOption: (name) => `沒有 ${name} 這個選項`,
    unknownCommand: (name) => `沒有「${name}」這個指令`,
    helpShowsAll: '；--help 會列出所有指令',
    optionNeedsValue: (option) => `${option} 需要一個值`,
    tooManyArguments: (command) => `${command} 不接受名稱`,
    takesOneName: (command) => `${command} 只接受一個名稱`,
    argumentMissing: (name) => `缺少 <${name}>；--help 有說明`,
    conflict: (one, other) => `${one} 與 ${other} 不能同時使用`,
    notPositive: (option, value) => `${option} 必須是大於 0 的數字，不能是「${value}」`,
    notCount: (option, value) => `${option} 必須是大於 0 的整數，不能是「${value}」`,
    notTolerance: (value) => `--tolerance 的格式像是 0.1 或 10%，不能是「${value}」`,
    unknownWorkload: (value, known) => `未知的測量項目「${value}」，可選：${known}`,
    unknownClock: (value) => `沒有「${value}」這種時鐘，只有 real 與 virtual`,
    unknownLanguage: (value) => `沒有「${value}」這種語言，只有 en 與 zh-TW`,
    serveIsForReal: '--serve 只適用於真實時鐘：外面的程式連不到虛擬時鐘裡的伺服器',
    serveOne: '--serve 一次只開一台伺服器：請指定一個情境與一個寫法',
    servesNothing: (scenario) => `${scenario} 沒有可以持續運作的伺服器，api-server 才有`,
    chooseToServe: (variants) =>
      `要開哪一台伺服器？請加上 ${variants.map((name) => `--variant ${name}`).join(' 或 ')}`,
    serverEnded: (error) => `伺服器結束了，發生「${error}」`,
    speedIsForReal: '--speed 只適用於真實時鐘：虛擬時鐘完全不等待',
    isForReal: (option) => `${option} 只適用於真實時鐘：請加上 --clock real`,
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
          return `${problem.path} 不是情境：不是 .ts、.mts、.js 或 .mjs 檔案`;
        case 'no-default-export':
          return `${problem.path} 不是情境：沒有預設匯出（export default defineScenario({ … })）`;
        case 'no-scenario':
          return `${problem.path} 不是情境，defineScenario 指出「${problem.slip}」`;
        case 'no-set':
          return `${problem.path} 裡沒有練習：找不到 set.ts`;
        case 'bad-set':
          return `${problem.path} 不是一套練習，defineExerciseSet 指出「${problem.slip}」`;
        case 'bad-exercise':
          return `${problem.path} 不是練習，defineExercise 指出「${problem.slip}」`;
        case 'throws':
          return `無法載入 ${problem.path}，執行時發生「${problem.error}」`;
        case 'exits':
          return `無法載入 ${problem.path}：它結束了整個行程`;
        case 'never-loads':
          return `無法載入 ${problem.path}：頂層的 await 永遠等不到結果`;
        case 'blocks':
          return `無法載入 ${problem.path}：它卡住了行程，${problem.seconds} 秒後被強制結束：是不是有無窮迴圈？`;
        case 'breaks':
          return `無法檢查 ${problem.path}：它破壞了自己所在的行程：${problem.error}（是不是改了全域物件？）`;
        case 'no-twin':
          return `${problem.path} 旁邊沒有 Python 程式 ${problem.twin}`;
        case 'lone-twin':
          return `${problem.path} 是 Python 程式：請在它前面指定情境`;
        case 'bad-recording':
          return `無法使用 ${problem.path}，讀取時發生「${problem.cause}」`;
        case 'bad-expectation':
          return `無法使用 ${problem.path}，讀取時發生「${problem.cause}」；請刪除它，再用 check --update 重新記錄`;
      }
    },
    python: (reason, cause) => {
      switch (reason) {
        case 'program':
          return `無法執行 Python 程式，發生「${cause}」`;
        case 'interpreter':
          return `無法使用這個 Python，發生「${cause}」`;
        case 'none':
          return `找不到 Python：請安裝 3.12 以上的版本，或用 --python 指定路徑，或 npm install pyodide（${cause}）`;
        case 'real-clock':
          return `真實時鐘需要這台機器上有 Python 3.12 以上的版本，請用 --python 指定路徑（${cause}）`;
        case 'never-ends':
          return `Python 程式一直沒有結束：${cause}`;
        case 'ends-python':
          return `Python 程式結束了整個直譯器：${cause}`;
      }
    },
    lateError: (variant, error) => `${variant}：結束之後才發生的例外：${error}`,
    exited: (variant) => `${variant}：它結束了整個行程`,
    updateInCI: '--update 不能在 CI 使用：預期的內容要由人看過才算數',
    nothingToUpdate: '--update 只用於你自己的情境，請指定路徑',
    pollWithoutWatch: '--poll 只能與 --watch 並用',
    watchInCI: '--watch 不能在 CI 使用：它永遠不會結束',
    oneFolder: 'init 只接受一個資料夾',
    exists: (path) => `${path} 已經存在，沒有更動；請換個名稱`,
    notScenarioName: (name) =>
      `「${name}」不能當情境的名稱：請用英文字母、數字與連字號，或 .ts 檔案的路徑`,
    unknownShell: (value) => `沒有「${value}」這種 shell，只有 bash、zsh 與 fish`,
    badPackage: (path, cause) => `無法使用 ${path}，讀取時發生「${cause}」`,
    cannotWrite: (path, cause) => `無法寫入 ${path}，系統回報「${cause}」`,
    cannotPrint: (cause) => `無法寫到標準輸出，系統回報「${cause}」`,
    unknownReporter: (value, known) => `沒有「${value}」這種報告，可用的有 ${known}`,
    twoOnStdout: (one, other) =>
      `${one} 與 ${other} 不能同時寫到標準輸出，請加上 --output-file ${other}=路徑`,
    unknownFormat: (value, name, known) =>
      `--output-file ${value}：沒有「${name}」這種報告，可用的有 ${known}；若是路徑，請寫成 ./${value}`,
    replacesProgram: (path) => `--output-file ${path} 會蓋掉程式或紀錄，請改用別的檔名`,
    fileWithoutReporter: (file, reporter) =>
      `--output-file ${file} 需要搭配 --reporter ${reporter}`,
    badShard: (value) => `--shard 的格式像是 2/5，不能是「${value}」`,
    nothingToMerge: '請指定要合併的 JSON 報告，或是存放報告的資料夾',
    report: (problem) => {
      switch (problem.type) {
        case 'unreadable':
          return `無法讀取 ${problem.path}，系統回報「${problem.cause}」`;
        case 'no-reports':
          return `資料夾 ${problem.path} 裡沒有 JSON 報告`;
        case 'not-json':
          return `${problem.path} 不是 JSON，可能沒有寫完`;
        case 'not-a-report':
          return `${problem.path} 不是 asyncio-lab check --json 的報告：${problem.place || '內容'} 應該是 ${problem.expected}`;
        case 'other-schema':
          return `${problem.path} 的 schemaVersion 是 ${problem.version}，這個版本的 asyncio-lab 只能讀 ${problem.known}`;
        case 'no-shard':
          return `${problem.path} 不是分片的報告，只有 check --shard 的報告可以和其他報告合併`;
        case 'other-run':
          return `${problem.path} 與 ${problem.other} 不屬於同一次執行：它的 ${problem.field} 是 ${problem.value}，不是 ${problem.otherValue}`;
        case 'double-shard':
          return `${problem.path} 與 ${problem.other} 都是第 ${problem.shard} 分片`;
        case 'missing-shards':
          return `缺少這些分片的報告：${problem.shards.join('、')}`;
      }
    },
    internal: (error) =>
      `asyncio-lab 本身的錯誤：${error}（請回報；設定 ASYNCIO_LAB_DEBUG=1 會顯示發生的位置）`,
  },
  interrupted: '已中斷',
};
