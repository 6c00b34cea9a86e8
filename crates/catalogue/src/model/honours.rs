//! Honours: who got which, in which trade, and the totals of every edition.

use super::Source;
use crate::level::Levels;
use pack::model::{Evidence, Text};
use rules::date::Day;

/// People and results. Who was taken down is not in here: only the ids of such entries are, so
/// that a kept link can say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Honours {
    /// Newest first, those without a year last.
    pub editions: Vec<Edition>,
    /// By edition, then as the source lists them.
    pub people: Vec<Honouree>,
    /// By edition, scope and measure.
    pub figures: Vec<Total>,
    /// Of their trades, by code.
    pub occupations: Vec<TradeOccupation>,
    /// Ids of entries that were taken down, sorted.
    pub withdrawn: Vec<String>,
    /// Of all of them.
    pub sources: Vec<Source>,
}

impl Honours {
    /// The place of a published entry by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.people.iter().position(|it| it.id == id)
    }

    /// Whether the entry of an id was taken down.
    pub fn is_withdrawn(&self, id: &str) -> bool {
        self.withdrawn.iter().any(|it| it == id)
    }

    /// The edition of an entry.
    pub fn edition_of(&self, person: &Honouree) -> Option<&Edition> {
        self.editions.get(usize::from(person.edition))
    }

    /// The entries of an edition, as its source lists them.
    pub fn of_edition(&self, edition: usize) -> impl Iterator<Item = (usize, &Honouree)> {
        let people = self.people.iter().enumerate();
        people.filter(move |(_, it)| usize::from(it.edition) == edition)
    }

    /// A figure of an edition; `None` where the source does not state it.
    pub fn figure(&self, edition: usize, scope: Scope, measure: Count) -> Option<&Total> {
        self.figures.iter().find(|it| {
            usize::from(it.edition) == edition && it.scope == scope && it.measure == measure
        })
    }

    /// How many results with an award an edition's list has: a team's is one.
    pub fn results(&self, edition: usize, award: Award) -> usize {
        let mut teams = Vec::new();
        let mut count = 0;
        for (_, it) in self.of_edition(edition) {
            if it.award != Some(award) || it.team.is_some() && teams.contains(&it.team) {
                continue;
            }
            teams.push(it.team);
            count += 1;
        }
        count
    }
}

/// A kind of honour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Honour {
    /// 中华技能大奖.
    ChinaSkillsAward,
    /// 全国技术能手.
    NationalExpert,
    /// 世界技能大赛.
    WorldSkills,
    /// 全国技能大赛.
    NationalCompetition,
    /// 首席技师、技能大师工作室 that were funded in a round.
    ChiefOrStudio,
    /// 上海工匠, of which only totals are in hand.
    ShanghaiCraftsman,
}

impl Honour {
    /// All of them, the highest first.
    pub const ALL: [Honour; 6] = [
        Honour::ChinaSkillsAward,
        Honour::NationalExpert,
        Honour::WorldSkills,
        Honour::NationalCompetition,
        Honour::ChiefOrStudio,
        Honour::ShanghaiCraftsman,
    ];

    /// Its name in tables and addresses.
    pub fn tag(self) -> &'static str {
        match self {
            Honour::ChinaSkillsAward => "china_skills_award",
            Honour::NationalExpert => "national_expert",
            Honour::WorldSkills => "worldskills",
            Honour::NationalCompetition => "national_competition",
            Honour::ChiefOrStudio => "chief_or_studio",
            Honour::ShanghaiCraftsman => "shanghai_craftsman",
        }
    }

    /// Whether medals are won in it.
    pub fn has_medals(self) -> bool {
        matches!(self, Honour::WorldSkills | Honour::NationalCompetition)
    }
}

/// An edition of a competition or an award, or a round of funding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Stable name: `ws46`.
    pub id: String,
    /// Of which honour.
    pub honour: Honour,
    /// `第46届`.
    pub name: Text,
    /// Where it was held; may be empty.
    pub place: Text,
    /// The year, where it is known.
    pub year: Option<u16>,
    /// First and last day, where known.
    pub days: Option<(Day, Day)>,
    /// Whether the list has all of Shanghai's, as far as the source says.
    pub complete: Option<bool>,
    /// A place in [`Honours::sources`].
    pub source: u16,
    /// What to know with it; may be empty.
    pub note: Text,
}

/// What somebody won, or was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Award {
    /// 金牌.
    Gold,
    /// 银牌.
    Silver,
    /// 铜牌.
    Bronze,
    /// 优胜奖.
    Medallion,
    /// Took part.
    Competitor,
    /// 首席技师.
    ChiefTechnician,
    /// 技能大师工作室带头人.
    StudioLeader,
    /// 技能大师工作室追加资助.
    StudioTopUp,
}

impl Award {
    /// All of them, in the order of the compact form.
    pub const ALL: [Award; 8] = [
        Award::Gold,
        Award::Silver,
        Award::Bronze,
        Award::Medallion,
        Award::Competitor,
        Award::ChiefTechnician,
        Award::StudioLeader,
        Award::StudioTopUp,
    ];

    /// What a competition gives.
    pub fn is_of_competition(self) -> bool {
        matches!(
            self,
            Award::Gold | Award::Silver | Award::Bronze | Award::Medallion | Award::Competitor
        )
    }

    /// The total that counts such results.
    pub fn measure(self) -> Option<Count> {
        match self {
            Award::Gold => Some(Count::Gold),
            Award::Silver => Some(Count::Silver),
            Award::Bronze => Some(Count::Bronze),
            Award::Medallion => Some(Count::Medallion),
            Award::ChiefTechnician => Some(Count::ChiefTechnicians),
            _ => None,
        }
    }
}

/// Trades that have an emblem in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TradeGroup {
    /// 焊接.
    Welding,
    /// 车、铣.
    Machining,
    /// 钳工.
    Fitting,
    /// 冶炼.
    Metallurgy,
    /// 电气、电子.
    Electrical,
    /// 船舶.
    Shipbuilding,
    /// 航天.
    Aerospace,
    /// 分析检验.
    Analysis,
    /// 隧道、市政.
    Construction,
    /// 印刷媒体.
    Printing,
    /// 花艺.
    Floristry,
    /// 酒店、餐饮.
    Hospitality,
    /// 物流、装卸.
    Logistics,
    /// 信息、网络.
    It,
    /// 健康、照护.
    Care,
    /// 美发.
    Beauty,
    /// 汽车.
    Automotive,
    /// 木工.
    Wood,
    /// The source does not say.
    Unknown,
}

impl TradeGroup {
    /// All of them, with their names in tables and addresses.
    pub const ALL: [(&'static str, TradeGroup); 19] = [
        ("welding", TradeGroup::Welding),
        ("machining", TradeGroup::Machining),
        ("fitting", TradeGroup::Fitting),
        ("metallurgy", TradeGroup::Metallurgy),
        ("electrical", TradeGroup::Electrical),
        ("shipbuilding", TradeGroup::Shipbuilding),
        ("aerospace", TradeGroup::Aerospace),
        ("analysis", TradeGroup::Analysis),
        ("construction", TradeGroup::Construction),
        ("printing", TradeGroup::Printing),
        ("floristry", TradeGroup::Floristry),
        ("hospitality", TradeGroup::Hospitality),
        ("logistics", TradeGroup::Logistics),
        ("it", TradeGroup::It),
        ("care", TradeGroup::Care),
        ("beauty", TradeGroup::Beauty),
        ("automotive", TradeGroup::Automotive),
        ("wood", TradeGroup::Wood),
        ("unknown", TradeGroup::Unknown),
    ];
}

/// How a trade was joined to an occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TradeLink {
    /// It is the occupation's name.
    Name,
    /// It is one of the occupation's 工种.
    WorkType,
    /// By what it is about; the names differ.
    Mapped,
}

/// A person in an edition's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honouree {
    /// Stable name, without the person's: `ws46-4`.
    pub id: String,
    /// A place in [`Honours::editions`].
    pub edition: u16,
    /// Empty where the source does not name them.
    pub name: String,
    /// What it was; `None` for an honour that is one by itself, or where the source does not say.
    pub award: Option<Award>,
    /// As the source writes it; may be empty.
    pub trade: String,
    /// Where they worked or learned; may be empty.
    pub org: String,
    /// A place in [`Honours::occupations`] and how it was found, where one surely fits.
    pub occupation: Option<(u16, TradeLink)>,
    /// Which emblem stands for the trade.
    pub group: TradeGroup,
    /// Those of one team have the same number; their result is one.
    pub team: Option<u16>,
    /// How it is known: never surer than the source.
    pub evidence: Evidence,
    /// A place in [`Honours::sources`].
    pub source: u16,
}

/// An occupation that is some winner's trade, as far as the page of honours needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeOccupation {
    /// `6-18-02-04`.
    pub code: String,
    /// `焊工`.
    pub name: String,
    /// Of its standards in hand.
    pub levels: Levels,
}

/// Whom a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Shanghai's.
    Shanghai,
    /// China's.
    China,
    /// The whole event's.
    Event,
    /// A district's.
    District,
}

impl Scope {
    /// All of them, with their names in tables.
    pub const ALL: [(&'static str, Scope); 4] = [
        ("shanghai", Scope::Shanghai),
        ("china", Scope::China),
        ("event", Scope::Event),
        ("district", Scope::District),
    ];
}

/// What a figure counts. Sums of money are in yuan, for one person or studio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// People who took part.
    Competitors,
    /// Skills (项目).
    Skills,
    /// Countries and regions.
    Countries,
    /// 金牌.
    Gold,
    /// 银牌.
    Silver,
    /// 铜牌.
    Bronze,
    /// 优胜奖.
    Medallion,
    /// 阿尔伯特·维达奖.
    AlbertVidal,
    /// Holders up to this edition.
    Cumulative,
    /// 首席技师.
    ChiefTechnicians,
    /// 技能大师工作室.
    Studios,
    /// Studios that were new.
    StudiosNew,
    /// Studios that were funded again.
    StudiosTopUp,
    /// For each chief technician.
    ChiefGrantYuan,
    /// For each studio.
    StudioGrantYuan,
    /// Named this time.
    Named,
    /// Rounds of naming so far.
    Batches,
    /// Named so far.
    Total,
    /// For a gold medal.
    RewardGoldYuan,
    /// For a medallion for excellence.
    RewardMedallionYuan,
    /// For everybody else who took part.
    RewardOtherYuan,
}

impl Count {
    /// All of them, with their names in tables.
    pub const ALL: [(&'static str, Count); 21] = [
        ("competitors", Count::Competitors),
        ("skills", Count::Skills),
        ("countries", Count::Countries),
        ("gold", Count::Gold),
        ("silver", Count::Silver),
        ("bronze", Count::Bronze),
        ("medallion", Count::Medallion),
        ("albert_vidal", Count::AlbertVidal),
        ("cumulative", Count::Cumulative),
        ("chief_technicians", Count::ChiefTechnicians),
        ("studios", Count::Studios),
        ("studios_new", Count::StudiosNew),
        ("studios_topup", Count::StudiosTopUp),
        ("chief_grant_yuan", Count::ChiefGrantYuan),
        ("studio_grant_yuan", Count::StudioGrantYuan),
        ("named", Count::Named),
        ("batches", Count::Batches),
        ("total", Count::Total),
        ("reward_gold_yuan", Count::RewardGoldYuan),
        ("reward_medallion_yuan", Count::RewardMedallionYuan),
        ("reward_other_yuan", Count::RewardOtherYuan),
    ];
}

/// A figure of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// A place in [`Honours::editions`].
    pub edition: u16,
    /// Whom it counts.
    pub scope: Scope,
    /// What it counts.
    pub measure: Count,
    /// How many, or how many yuan.
    pub value: u32,
    /// It was counted from the source's list; otherwise the source states it.
    pub counted: bool,
    /// A place in [`Honours::sources`].
    pub source: u16,
    /// What to know with it; may be empty.
    pub note: Text,
}
