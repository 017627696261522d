//! The pictures in docs/shots: three widths, two languages, light and dark. Not a test of anything:
//! `cargo xtask shots` runs it after a change of the interface.

use e2e::{App, Lang, Result, Theme};

/// One language's names on the way to the picture.
struct Way {
    lang: Lang,
    goals: &'static str,
    add: &'static str,
    said: &'static str,
    goal: &'static str,
}

const WAYS: [Way; 2] = [
    Way {
        lang: Lang::Zh,
        goals: "目标（SMART）",
        add: "新增目标",
        said: "目标描述",
        goal: "力争明年上半年明显提升客诉结案率，以带动复购",
    },
    Way {
        lang: Lang::En,
        goals: "Goals (SMART)",
        add: "Add goal",
        said: "Goal statement",
        goal: "Improve the complaint closure rate significantly by Q2 2027, to support repeat purchases",
    },
];

#[tokio::test]
#[ignore = "writes the pictures of the docs"]
async fn pictures_of_the_docs() -> Result<()> {
    for way in &WAYS {
        for theme in [Theme::Light, Theme::Dark] {
            for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
                take(way, theme, width, height).await?;
            }
        }
    }
    Ok(())
}

async fn take(way: &Way, theme: Theme, width: u32, height: u32) -> Result<()> {
    let name = |page: &str| format!("{page}-{}-{}-{width}", way.lang.code(), theme.code());
    let mut app = App::open(1440, height, way.lang, theme).await?;
    app.resize(width, height).await?;
    app.screenshot(&name("start")).await?;
    // The way there is taken at full width, where everything is on the page.
    app.resize(1440, height).await?;
    app.visit("#/sample/duties-fresh-ecom").await?;
    app.wait_for_form().await?;
    app.go_to(way.goals).await?;
    app.press_in("main", way.add).await?;
    app.fill(way.said, way.goal).await?;
    app.wait_for_letters(&["M-", "T+"]).await?;
    app.wait_saved().await?;
    app.resize(width, height).await?;
    app.js(
        "document.activeElement.blur();
         document.querySelector('.goal-open').scrollIntoView({ block: 'center' })",
        Vec::new(),
    )
    .await?;
    app.screenshot(&name("editor")).await?;
    Ok(())
}
