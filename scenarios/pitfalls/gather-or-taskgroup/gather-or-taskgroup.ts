/** One fails: gather() lets the others go on, a TaskGroup stops them. */

import {
  asyncWith,
  CancelledError,
  coroutine,
  defineScenario,
  ExceptionGroup,
  gather,
  print,
  sleep,
  TaskGroup,
  ValueError,
} from 'asyncio-lab';

const pay = coroutine(function* pay() {
  yield* sleep(1);
  throw new ValueError('the card is declined');
});

const ship = coroutine(function* ship() {
  try {
    yield* sleep(2);
    print('ship: the parcel is on its way');
  } catch (error) {
    if (error instanceof CancelledError) print('ship: the parcel stays here');
    throw error;
  }
});

const wrong = coroutine(function* wrong() {
  try {
    yield* gather(pay(), ship());
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    print('main: no order:', error);
  }
  yield* sleep(2);
  print('main: the shop closes');
});

const right = coroutine(function* right() {
  try {
    yield* asyncWith(new TaskGroup(), function* (group) {
      group.createTask(pay());
      group.createTask(ship());
    });
  } catch (errors) {
    if (!(errors instanceof ExceptionGroup)) throw errors;
    for (const error of errors.exceptions) print('main: no order:', error);
  }
  yield* sleep(2);
  print('main: the shop closes');
});

export default defineScenario({
  title: { en: 'gather() or a TaskGroup', 'zh-TW': 'gather() 還是 TaskGroup' },
  about: {
    en:
      'An order is paid and shipped at the same time, and after one second the card is ' +
      'declined. gather() raises the exception at once, but that is all it does: the other task ' +
      'goes on, and a second later the parcel is on its way, though the order is off and nobody ' +
      'awaits the task any more. A TaskGroup holds its tasks together: when one fails it cancels ' +
      'the others, waits until they have ended, and only then raises an ExceptionGroup with all ' +
      'that went wrong. When its block is left, none of its tasks still runs.',
    'zh-TW':
      '一筆訂單同時付款與出貨，一秒之後，信用卡遭到拒絕。' +
      'gather() 會立刻引發這個例外，但也僅止於此：另一個任務繼續執行，再過一秒包裹就寄出了，' +
      '儘管訂單已經不成立，也沒有人還在 await 那個任務。' +
      'TaskGroup 則讓任務共同進退：其中一個失敗，就取消其餘的，等它們全部結束，' +
      '最後才引發 ExceptionGroup，裡面是所有的錯誤。' +
      '離開它的區塊之後，不會再有任務還在執行。',
  },
  lesson: {
    en: 'Tasks that make sense only together belong in a TaskGroup.',
    'zh-TW': '必須一起成功才有意義的任務，要放在同一個 TaskGroup 裡。',
  },
  variants: {
    wrong: {
      main: wrong,
      about: { en: 'gather(): the other goes on', 'zh-TW': 'gather()：另一個繼續執行' },
    },
    right: {
      main: right,
      about: { en: 'a TaskGroup: the other is cancelled', 'zh-TW': 'TaskGroup：另一個會被取消' },
      note: {
        en:
          'Python catches with except* and gets the ValueErrors of the group; here catch takes ' +
          'the group itself.',
        'zh-TW':
          'Python 用 except* 捕捉，得到群組裡的 ValueError；在這裡，catch 捕捉到的是群組本身。',
      },
    },
  },
});
