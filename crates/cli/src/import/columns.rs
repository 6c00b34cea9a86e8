//! Which column of a list is what, by the names in its header.

use report::similar;
use sheets::cells::plain;
use sheets::{Problem, Row, Words};

/// What a column of a list can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The course's id.
    Id,
    /// Its title.
    Title,
    /// An occupation's code or name.
    Occupation,
    /// A level.
    Level,
    /// The provider's name.
    Provider,
    /// A district's code or name.
    District,
    /// Hours.
    Hours,
    /// Yuan.
    Price,
    /// Days on which it begins.
    StartsOn,
    /// Where it is held.
    Mode,
    /// Lessons in a week.
    Slots,
    /// What one gets.
    Certificate,
}

/// Each column: whether it must be there, and the names that it goes by. The first two are those
/// that messages use; spaces, brackets with a unit and capitals don't matter.
const NAMES: [(Column, bool, &[&str]); 12] = [
    (
        Column::Id,
        false,
        &[
            "id",
            "编号",
            "课程编号",
            "课程编码",
            "课程代码",
            "序号",
            "course_id",
            "course",
        ],
    ),
    (
        Column::Title,
        true,
        &[
            "title",
            "课程名称",
            "课程",
            "名称",
            "课程名",
            "培训项目",
            "培训项目名称",
            "项目名称",
            "班级名称",
            "培训课程",
            "name",
            "course_title",
            "course_name",
        ],
    ),
    (
        Column::Occupation,
        true,
        &[
            "occupation",
            "职业",
            "职业编码",
            "职业代码",
            "职业名称",
            "工种",
            "职业工种",
            "职业或工种",
            "培训职业",
            "培训工种",
            "occupation_code",
            "trade",
        ],
    ),
    (
        Column::Level,
        false,
        &[
            "level",
            "等级",
            "级别",
            "技能等级",
            "职业技能等级",
            "培训等级",
            "职业等级",
            "grade",
        ],
    ),
    (
        Column::Provider,
        true,
        &[
            "provider",
            "机构",
            "培训机构",
            "机构名称",
            "培训机构名称",
            "承办机构",
            "办学机构",
            "培训单位",
            "举办单位",
            "学校",
            "institution",
            "school",
            "organisation",
            "organization",
        ],
    ),
    (
        Column::District,
        true,
        &[
            "district",
            "区",
            "所在区",
            "区县",
            "行政区",
            "所属区",
            "地区",
            "区域",
            "area",
        ],
    ),
    (
        Column::Hours,
        true,
        &[
            "hours",
            "课时",
            "学时",
            "课时数",
            "学时数",
            "总课时",
            "总学时",
            "培训课时",
            "培训学时",
        ],
    ),
    (
        Column::Price,
        true,
        &[
            "price",
            "价格",
            "学费",
            "收费",
            "收费标准",
            "费用",
            "培训费",
            "培训费用",
            "金额",
            "单价",
            "price_yuan",
            "fee",
        ],
    ),
    (
        Column::StartsOn,
        false,
        &[
            "starts_on",
            "开班日期",
            "开课日期",
            "开班时间",
            "开课时间",
            "开始日期",
            "起始日期",
            "start",
            "start_date",
            "starts",
            "dates",
        ],
    ),
    (
        Column::Mode,
        true,
        &[
            "mode",
            "授课方式",
            "培训方式",
            "教学方式",
            "上课方式",
            "培训形式",
            "授课形式",
            "教学形式",
            "方式",
        ],
    ),
    (
        Column::Slots,
        false,
        &[
            "slots",
            "上课时间",
            "课程时间",
            "时间安排",
            "上课安排",
            "课表",
            "上课时段",
            "times",
            "schedule",
        ],
    ),
    (
        Column::Certificate,
        false,
        &[
            "certificate",
            "证书",
            "证书类型",
            "发证",
            "所发证书",
            "证书名称",
        ],
    ),
];

/// The columns of a list.
#[derive(Debug)]
pub struct Columns {
    /// How many cells the header has.
    pub count: usize,
    /// Their names as written.
    names: Vec<String>,
    /// Where each is that was found.
    found: Vec<(Column, usize)>,
}

impl Columns {
    /// Finds the columns in a header; notes those that are not read.
    ///
    /// # Errors
    /// Every column that is missing or there twice.
    pub fn read(header: Row<'_>, notes: &mut Vec<Problem>) -> Result<Columns, Vec<Problem>> {
        let mut names: Vec<String> = header.cells().map(str::to_owned).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        let mut columns = Columns {
            count: names.len(),
            names,
            found: Vec::new(),
        };
        let mut problems = Vec::new();
        let mut others = Vec::new();
        for (at, name) in columns.names.iter().enumerate() {
            let is = |all: &&[&str]| all.iter().any(|it| plain(it) == plain(name));
            let Some((column, _, all)) = NAMES.iter().find(|(_, _, all)| is(all)) else {
                others.push((at, name.as_str()));
                continue;
            };
            if let Some((_, first)) = columns.found.iter().find(|(it, _)| it == column) {
                let first = columns.names.get(*first).map_or("", String::as_str);
                let is = all.first().copied().unwrap_or_default();
                let words = (
                    format!("`{first}` and `{name}` would both be `{is}`: rename one"),
                    format!("「{first}」和「{name}」是同一项：请改掉一个表头"),
                );
                problems.push(Problem::new(header.place(Some((at, name))), words));
            } else {
                columns.found.push((*column, at));
            }
        }
        for (column, required, all) in NAMES {
            if required && columns.at(column).is_none() {
                let words = missing(all, &others);
                problems.push(Problem::new(header.place(None), words));
            }
        }
        for (at, name) in others {
            if !name.is_empty() {
                let words = (
                    format!("the column `{name}` is not read"),
                    format!("「{name}」这一列不读取"),
                );
                notes.push(Problem::new(header.place(Some((at, name))), words));
            }
        }
        if problems.is_empty() {
            Ok(columns)
        } else {
            Err(problems)
        }
    }

    /// Where a column is, and its name as written.
    pub fn at(&self, column: Column) -> Option<(usize, &str)> {
        let (_, at) = self.found.iter().find(|(it, _)| *it == column)?;
        Some((*at, self.names.get(*at)?))
    }

    /// The name of the column at a place.
    pub fn name(&self, at: usize) -> Option<&str> {
        self.names.get(at).map(String::as_str)
    }
}

/// What to say of a column that must be there.
fn missing(all: &[&str], others: &[(usize, &str)]) -> Words {
    let (en, zh) = match all {
        [en, zh, ..] => (*en, *zh),
        _ => ("", ""),
    };
    let near = others.iter().find(|(_, name)| {
        !name.is_empty() && similar::closest(&plain(name), all.iter().copied()).is_some()
    });
    match near {
        Some((_, name)) => (
            format!("there is no column `{en}` ({zh}): is it `{name}`? then rename that"),
            format!("缺少「{zh}」（{en}）一列：如果是「{name}」，请改表头"),
        ),
        None => (
            format!("there is no column `{en}` ({zh}): add it"),
            format!("缺少「{zh}」（{en}）一列：请补上"),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_columns() {
        let mut seen = Vec::new();
        for (column, _, all) in NAMES {
            for name in all {
                assert!(!seen.contains(&plain(name)), "{column:?}: {name}");
                seen.push(plain(name));
            }
        }
    }
}
