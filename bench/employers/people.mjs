// Invented people, the same in every run: what a firm knows of its staff, for the two grants that go
// by a certificate's level.

/** Random whole numbers from a seed. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SITUATIONS = ["在职，正常缴纳社会保险", "灵活就业，自己参保", "登记失业", "正在领取失业保险金"];
const KINDS = ["分等级：职业资格或职业技能等级证书", "不分等级的职业资格证书", "专项职业能力证书"];
const FIELDS = ["集成电路", "生物医药", "人工智能", "养老护理", "家政服务", "其他领域"];

/** A header and so many people; of a hundred cells that could be filled `empty` are not. */
export function people(count, empty) {
  const below = random(20261122);
  const one = (list) => list[below(list.length)];
  const mostly = (list) => (below(10) < 8 ? list[0] : one(list));
  const yesNo = () => one(["是", "否"]);
  const two = (number) => String(number).padStart(2, "0");
  const columns = {
    户籍: () => one(["上海", "外省市"]),
    当前状况: () => mostly(SITUATIONS),
    用人单位类型: () => mostly(["企业", "事业单位", "其他"]),
    劳动年龄内: () => "是",
    失业保险缴费月数: () => String(below(240)),
    已取得证书: () => "是",
    证书种类: () => mostly(KINDS),
    证书等级: () => String(1 + below(5)),
    证书核发日期: () => `${2025 + below(2)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    证书网上可查: yesNo,
    在急需紧缺目录内: yesNo,
    证书所属领域: () => one(FIELDS),
    证书与企业行业一致: yesNo,
    数字或绿色职业: yesNo,
    同职业同等级已领: () => "否",
    更高等级已领: () => "否",
    已享受培训补贴: () => "否",
    今年已领次数: () => String(below(3)),
    持有残疾人证: () => "否",
    退役五年内的退役士兵: () => "否",
    中职期间已享受: () => "否",
  };
  const rows = [["工号", "姓名", ...Object.keys(columns)]];
  for (let nth = 0; nth < count; nth += 1) {
    const cells = Object.values(columns).map((cell) => (below(100) < empty ? "" : cell()));
    rows.push([`A${nth}`, `员工${nth}`, ...cells]);
  }
  return rows;
}
