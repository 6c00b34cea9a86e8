// Invented courses in Chinese, queries about them and the right answers, all from a seed: the
// same for every engine. What is searched: title, occupation, skills and provider.
import { pinyin } from "pinyin-pro";

const list = (text) => text.trim().split(/\s+/);

/** What courses are for. */
export const OCCUPATIONS = list(`
   电工 焊工 钳工 车工 铣工 磨工 数控车工 数控铣工 模具工 装配钳工 机修钳工 维修电工 制冷工 锅炉工 起重工 叉车司机 塔吊司机
   汽车维修工 汽车美容师 新能源汽车检修员 动车组机械师 电梯安装维修工 工业机器人操作员 工业机器人运维员 智能楼宇管理员
   消防设施操作员 安检员 保安员 物业管理员 房产经纪人 家政服务员 月嫂 育婴员 保育师 养老护理员 病患陪护 健康管理师 保健按摩师
   康复治疗师 中药调剂员 药房收银员 医疗器械维护员 护士助理 口腔技工 美容师 美发师 化妆师 美甲师 形象设计师 摄影师 中式烹调师
   西式烹调师 中式面点师 西式面点师 烘焙师 茶艺师 咖啡师 调酒师 品酒师 餐厅服务员 前厅服务员 客房服务员 营养配餐员 公共营养师
   导游 旅游规划师 会展策划师 民宿管家 快递员 物流师 仓储管理员 供应链管理师 采购员 报关员 货运代理 跨境电商运营 电子商务师
   互联网营销师 直播销售员 短视频剪辑师 新媒体运营 全媒体运营师 平面设计师 室内设计师 服装设计师 服装制版师 缝纫工 玩具设计师
   珠宝鉴定师 花艺师 园林绿化工 盆景工 插花师 宠物美容师 宠物驯导师 兽医助理 农艺工 水产养殖工 家禽饲养工 农机驾驶员
   无人机驾驶员 无人机装调检修工 测绘员 建筑信息模型技术员 砌筑工 钢筋工 架子工 抹灰工 防水工 木工 油漆工 管道工 水暖工
   混凝土工 预算员 资料员 施工员 质量员 安全员 监理员 造价工程师 会计实务 初级会计 出纳 税务会计 审计助理 人力资源管理师
   劳动关系协调员 企业培训师 职业指导员 社会工作者 心理咨询师 秘书 行政助理 客户服务员 呼叫中心客服 市场营销员 商务谈判
   外贸单证员 商务英语 日语翻译 韩语入门 手语翻译 计算机操作员 办公软件应用 网络管理员 信息安全员 数据标注员 数据分析师
   人工智能训练师 云计算运维 软件测试员 前端开发 后端开发 嵌入式开发 物联网安装调试员 大数据工程师 区块链应用操作员 集成电路制造工
   半导体分立器件制造工 光伏运维员 储能电站运维员 风力发电运维 充电桩运维员 碳排放管理员 环境监测员 污水处理工 垃圾分类督导员
   化学检验员 食品检验员 农产品检测员 药物制剂工 化工总控工 印刷操作员 包装设计师 三维打印操作员 增材制造设备操作员 虚拟现实工程师
   游戏设计师 动漫设计 电子竞技员 健身教练 游泳救生员 瑜伽教练 舞蹈教师 少儿美术教师 篮球教练 裁判员 应急救援员 公共场所急救员
   城市轨道交通服务员 公交驾驶员 网约车驾驶员 船舶驾驶员 邮政营业员 收银员 理货员 眼镜验光员 助听器验配师 假肢装配工 殡葬服务员
   古建筑修复工 陶瓷工艺师 刺绣工 剪纸艺人 书画装裱师
`);

/** What they teach. */
export const SKILLS = list(`
   安全用电 电路图识读 低压配电 变频器调试 可编程控制器 触摸屏编程 传感器应用 电机拖动 手工电弧焊 氩弧焊 二保焊 管道焊接
   机械制图 公差配合 数控编程 自动编程 机床操作 夹具设计 液压气动 刀具刃磨 故障诊断 发动机检修 底盘检修 电池管理系统 高压安全
   机器人示教 视觉检测 产线维护 消防法规 应急预案 监控值守 灭火器使用 沟通技巧 服务礼仪 婴儿护理 产妇护理 辅食制作 早期教育
   儿童心理 老年照护 失智照护 压疮预防 心肺复苏 急救包扎 康复训练 中医推拿 穴位按摩 艾灸拔罐 营养搭配 膳食计划 刀工技法
   热菜制作 凉菜拼盘 面团调制 裱花装饰 面包发酵 咖啡拉花 手冲咖啡 茶叶鉴别 茶席设计 鸡尾酒调制 葡萄酒品鉴 客房整理 前台接待
   菜单设计 成本核算 库存管理 仓储盘点 叉车驾驶 物流配送 报关流程 国际结算 跨境平台 店铺运营 商品选品 直播话术 短视频拍摄
   视频剪辑 镜头语言 文案写作 社群运营 流量投放 数据复盘 图像处理 版式设计 色彩搭配 三维建模 效果图渲染 服装打版 立体裁剪
   手工缝制 花束制作 植物养护 病虫害防治 宠物洗护 宠物造型 无人机航拍 航线规划 设备组装 工程测量 建筑识图 模型翻样 工程计价
   合同管理 施工组织 质量验收 脚手架搭设 高处作业 防水施工 管道安装 会计分录 纳税申报 财务报表 电子表格 成本会计 薪酬核算
   招聘面试 绩效管理 劳动合同 争议调解 团队管理 课程开发 职业规划 心理疏导 公文写作 会议组织 电话沟通 投诉处理 市场调研
   客户开发 商务函电 口语表达 日常会话 打字录入 文档排版 演示文稿 网络配置 系统维护 漏洞扫描 数据清洗 数据标注 数据可视化
   机器学习 提示词编写 容器部署 自动化测试 接口测试 网页开发 数据库设计 单片机编程 电路焊接 传感器安装 云平台管理 芯片封装
   洁净室规范 光伏安装 逆变器维护 储能安全 风机巡检 充电设施维护 碳核算 水质检测 污泥处理 垃圾分类 滴定分析 仪器分析 微生物检测
   抽样检验 药品管理 制剂工艺 化工仪表 印前处理 包装结构 切片软件 材料成型 虚拟场景 游戏策划 原画设计 战术分析 体能训练
   力量训练 水上救生 体式指导 编舞 素描基础 比赛规则 现场救护 票务服务 安全驾驶 导航使用 收银系统 商品陈列 验光配镜 听力测试
   石膏取型 礼仪主持 木作修复 拉坯成型 针法技艺 装裱技法
`);

/** Where. */
export const DISTRICTS = list(`
   黄浦 徐汇 长宁 静安 普陀 虹口 杨浦 闵行 宝山 嘉定 浦东 金山 松江 青浦 奉贤 崇明
`);

export const LEVELS = ["初级", "中级", "高级", "技师", "高级技师"];
/** How titles end. */
const SUFFIXES = list(`
   培训班 实操班 速成班 考证班 晚班 周末班 脱产班 线上课程 提升班 入门课 专项能力班 就业班 创业班 强化班 新学徒班
`);
/** What providers are called. */
const NAMES = list(`
   启明 博学 新程 精工 匠心 育才 远航 建工 申江 华联 东方 瑞祥 德信 汇智 立达 金桥 明珠 宏图 致远 海纳 恒业 佳成 科诚
   智联 百川 文达 弘毅 正大 同济路 春晖 长风 新锐 技创 天工 世纪 慧学 卓越 乐业 安居 惠民
`);
/** What providers are. */
const BODIES = list(`
   职业技能培训学校 培训中心 职业技术学院 技工学校 进修学院 实训基地 人才服务有限公司 教育科技有限公司
`);
/** How some titles begin. */
const TAGS = list(`
   零基础 小班制 名师 补贴目录 包就业 双证 推荐 新版大纲 校企合作 项目制 以工代训 夜校 社区 退役军人 女性创业 残疾人专场
   外来务工 高校毕业生 乡村振兴 银发
`);

/** A generator with a seed (mulberry32): numbers from 0 to 1. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` courses. Some occupations, suffixes and tags are far more frequent than others. */
export function courses(count, seed = 11) {
  const random = generator(seed + count);
  const any = (values) => values[Math.floor(random() * values.length)];
  const uneven = (values) => values[Math.floor(values.length * random() ** 1.7)];
  const providers = [];
  for (let n = 0; n < Math.max(60, Math.min(1500, count / 30)); n += 1) {
    const place = random() < 0.7 ? any(DISTRICTS) : "";
    providers.push(`${place}${any(NAMES)}${random() < 0.3 ? any(NAMES) : ""}${any(BODIES)}`);
  }
  const rows = [];
  for (let id = 0; id < count; id += 1) {
    const occupation = uneven(OCCUPATIONS);
    const level = uneven(LEVELS);
    const skills = new Set();
    const wanted = 2 + Math.floor(random() * 3);
    const hash = [...occupation].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
    const base = Math.abs(hash) % SKILLS.length;
    while (skills.size < wanted) {
      // An occupation's courses teach the same few skills, and now and then another.
      skills.add(random() < 0.75 ? SKILLS[(base + Math.floor(random() * 8)) % SKILLS.length] : any(SKILLS));
    }
    const tag = random() < 0.25 ? any(TAGS) : "";
    const inBrackets = random() < 0.7 ? `(${level})` : "";
    const suffix = any(SUFFIXES);
    const run = random() < 0.15 ? `第${1 + Math.floor(random() * 60)}期` : "";
    rows.push({
      id,
      title: `${tag}${occupation}${inBrackets}${suffix}${run}`,
      occupation,
      skills: [...skills],
      provider: any(providers),
      district: any(DISTRICTS),
      level,
      price: 200 + 50 * Math.floor(random() ** 2 * 160),
    });
  }
  return rows;
}

const reading = (text) => pinyin(text, { toneType: "none", type: "array", v: true }).join("");
const initials = (text) => pinyin(text, { pattern: "first", toneType: "none", type: "array" }).join("");

/** 290 queries: `{ way, text, filter, wanted }`; `wanted` is what was meant where it was typed otherwise. */
export function queries(seed = 5) {
  const random = generator(seed);
  const any = (values) => values[Math.floor(random() * values.length)];
  const name = (least) => {
    for (;;) {
      const one = any(random() < 0.6 ? OCCUPATIONS : SKILLS);
      if ([...one].length >= least) return one;
    }
  };
  const occupation = (least) => {
    for (;;) {
      const one = any(OCCUPATIONS);
      if ([...one].length >= least) return one;
    }
  };
  const part = (text, length) => {
    const letters = [...text];
    const begin = Math.floor(random() * (letters.length - length + 1));
    return letters.slice(begin, begin + length).join("");
  };
  const all = [];
  const add = (count, make) => {
    for (let n = 0; n < count; n += 1) all.push(make());
  };
  add(60, () => ({ way: "two characters", text: part(name(2), 2) }));
  add(60, () => {
    const one = name(3);
    return { way: "three or four", text: part(one, Math.min([...one].length, random() < 0.5 ? 4 : 3)) };
  });
  add(50, () => ({ way: "two words", text: `${part(occupation(2), 2)} ${part(any(SKILLS), 2)}` }));
  add(60, () => {
    const filter = { district: any(DISTRICTS) };
    if (random() < 0.5) filter.level = any(LEVELS.slice(0, 3));
    if (random() < 0.5) filter.most = 3000;
    return { way: "filtered", text: part(occupation(2), 2), filter };
  });
  add(30, () => {
    const wanted = occupation(4);
    const letters = [...wanted];
    letters[Math.floor(random() * letters.length)] = any([..."工程师员技能管理安装设计操作"]);
    return { way: "typo", text: letters.join(""), wanted };
  });
  add(15, () => {
    const wanted = occupation(3);
    return { way: "pinyin", text: reading(wanted), wanted };
  });
  add(15, () => {
    const wanted = occupation(3);
    return { way: "initials", text: initials(wanted), wanted };
  });
  return all;
}

/** Whether a course passes a query's filter. */
export function passes(course, filter) {
  if (!filter) return true;
  if (filter.district && course.district !== filter.district) return false;
  if (filter.level && course.level !== filter.level) return false;
  return !filter.most || course.price <= filter.most;
}

/** The ids of the courses that have all words of what was meant in their texts. */
export function answers(rows, { text, wanted, filter }) {
  const words = (wanted ?? text).split(" ");
  const has = (course) => {
    const texts = [course.title, course.occupation, ...course.skills, course.provider].join("\n");
    return words.every((word) => texts.includes(word)) && passes(course, filter);
  };
  return rows.filter(has).map((course) => course.id);
}
