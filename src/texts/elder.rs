//! Words of elder mode.

use super::texts;

texts! {
    pager = "分屏", "Screens of this page";
    screen(at: usize, of: usize) = "第 {at} 屏，共 {of} 屏", "Screen {at} of {of}";
    before = "上一步", "Back";
    next = "下一步", "Next";
    aloud = "朗读", "Read aloud";
    stop = "停止朗读", "Stop reading";
    aloud_failed = "没有读出来。请看看设备的语音设置。", "Nothing was read. Check your device's speech settings.";
}
