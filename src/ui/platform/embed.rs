//! Browsers inside other programs: they often cannot download, print or keep storage.

/// The program around the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Embed {
    /// 微信
    WeChat,
    /// 企业微信
    WeCom,
    /// 钉钉
    DingTalk,
    /// 飞书, Lark
    Feishu,
}

/// The program around this page, if it is one of those.
pub(crate) fn current() -> Option<Embed> {
    let agent = web_sys::window()?.navigator().user_agent().ok()?;
    detect(&agent)
}

/// The program that calls itself so.
pub(crate) fn detect(user_agent: &str) -> Option<Embed> {
    // 企业微信 names both itself and 微信, so it comes first.
    const MARKS: [(&str, Embed); 5] = [
        ("wxwork", Embed::WeCom),
        ("micromessenger", Embed::WeChat),
        ("dingtalk", Embed::DingTalk),
        ("feishu", Embed::Feishu),
        ("lark/", Embed::Feishu),
    ];
    let agent = user_agent.to_ascii_lowercase();
    MARKS
        .iter()
        .find(|(mark, _)| agent.contains(mark))
        .map(|(_, embed)| *embed)
}
