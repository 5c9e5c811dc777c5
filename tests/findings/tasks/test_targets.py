"""What or whom a duty is done to."""

from __future__ import annotations

import pytest

from notice_site.findings.tasks.asides import Span, strip_asides
from notice_site.findings.tasks.targets import target
from notice_site.text.official_words import word_list

TARGETS = {
    "those who are brought to act": ("引导大家开展讨论，统一思想", "大家"),
    "two verbs before them": ("教育引导和发动全体党员，解放思想", "全体党员"),
    "a list with 等 and what it is": ("支持农机合作社等农机服务组织生产条件建设", "农机合作社等农机服务组织"),
    "what they have": ("鼓励有条件的地方探索贴息", "有条件的地方"),
    "two of a kind act together": ("引导零部件企业与整机企业构建合作机制", "零部件企业与整机企业"),
    "one acts with another": ("鼓励科研推广人员与生产企业开展合作", "科研推广人员"),
    "before a noun made of verbs": ("对本单位隐患排查整治情况开展检查", "本单位隐患排查整治情况"),
    "with a verb of its own behind it": ("对排查出的隐患明确责任人", "排查出的隐患"),
    "the last of a list that no table has": (
        "组织电商企业和农产品批发市场到贫困地区集中采购",
        "电商企业和农产品批发市场",
    ),
    "not what 党组织 has": ("把基层党组织建设成为坚强堡垒", "基层党组织"),
    "an adverb that is part of a noun": ("对重点部门、关键岗位情况进行抽查", "重点部门、关键岗位情况"),
    "those who are told": ("及时将通报精神传达到全体党员和各级领导干部", "全体党员和各级领导干部"),
    "the object of 对": ("对报名者进行资格审查", "报名者"),
    "without 等": ("对试点情况、存在的问题等进行总结", "试点情况、存在的问题"),
    "behind a comma": ("对于排查出来的隐患，要立即整改", "排查出来的隐患"),
    "with a clause inside": ("对违反规定，从事家教的在职教师，责令改正", "违反规定，从事家教的在职教师"),
    "加强对": ("加强对小区幼儿园的建筑设计、验收的监管", "小区幼儿园的建筑设计、验收"),
    "a problem": ("针对摸底排查出的问题，认真整改", "摸底排查出的问题"),
    "those who are served": ("为学习困难的师生提供帮扶", "学习困难的师生"),
    "a partner": ("要与职工群众面对面沟通", "职工群众"),
    "what is put somewhere": ("要将师德师风情况纳入考核", "师德师风情况"),
    "what is built": ("把基层党组织建设成为坚强堡垒", "基层党组织"),
    "an owner": ("追究相关责任人的责任", "相关责任人"),
    "a whole object": ("规范融资担保机构的收费行为", "融资担保机构的收费行为"),
    "what is freed": ("免收运输车辆的通行费", "运输车辆"),
    "the thing that a sentence begins with": ("该项工作于2019年4月底前完成", "该项工作"),
    "the same before a comma": ("试点的有关情况，要及时报送国务院", "试点的有关情况"),
    "behind the case": ("采用分建模式的，省级平台要统一标准", "省级平台"),
    "found by an inspection": ("对检查中发现的问题，要整改", "检查中发现的问题"),
    "behind 的 with a verb": ("对违规的单位通报批评", "违规的单位"),
    "before what is passed on": ("将装备需求报政府列入预算", "装备需求"),
    "before who it is left to": ("将装备需求交由政府列入预算", "装备需求"),
    "people by the end of the word": ("鼓励退役运动员投身产业", "退役运动员"),
    "two verbs and one that is no noun": ("培育壮大市场主体", "市场主体"),
    "a thing without where it is": ("补偿金在自愿的基础上可转成股权", "补偿金"),
    "of people, not what they study": ("加强广大党员马克思主义群众观点教育", "广大党员"),
    "a thing and since when": ("本意见自下发之日起执行", "本意见"),
    "a word for when that is part of the name": ("日常工作由办公室负责", "日常工作"),
    "a thing and in which year": ("分摊方式在一个年度内不能变更", "分摊方式"),
    "before a fine": ("对单位处1万元以上10万元以下罚款", "单位"),
    "a list before an adverb": ("对犯罪嫌疑人的犯罪事实及时立案侦查", "犯罪嫌疑人的犯罪事实"),
    "before 从事": ("允许派遣员工从事研发工作", "派遣员工"),
    "before 跨": ("推动文化企业跨地区兼并", "文化企业"),
    "before a second verb of the kind": ("放宽技术人员的比例要求、放宽中介限制", "技术人员的比例要求"),
    "lower ones": ("督促下级部门严格规范执法", "下级部门"),
    "a plain list before what is asked": ("对村提留和乡统筹费，应当单独记账", "村提留和乡统筹费"),
    "with 对 in a word": ("要对班子成员的对照检查材料从严审阅", "班子成员的对照检查材料"),
    "with 尤其是": ("对会议情况尤其是开展批评的情况，作出评价", "会议情况尤其是开展批评的情况"),
    "whose work somebody is in charge of": ("省财政厅负责指导、监督全省的会计工作", "全省的会计工作"),
    "what reaches farther": ("推动民生事项向网上平台延伸", "民生事项"),
    "what is joined to something": ("推动文化资源与金融资本对接", "文化资源"),
    "who is commissioned": ("可通过购买服务等方式委托相关机构承担工作", "相关机构"),
    "with whom something is arranged": ("建立与宣传、网信等部门的沟通机制", "宣传、网信等部门"),
    "what the sentence is about": ("关于补助期满后的问题，有关部门将统筹考虑", "补助期满后的问题"),
    "behind what is left out": ("除以上内容外，企业会计人员科目还应包括准则", "企业会计人员科目"),
    "before 将": ("对你省的项目将继续予以支持", "你省的项目"),
    "before a saying": ("对自查中发现的问题举一反三", "自查中发现的问题"),
    "your province, not what it is given": ("共同安排经费补助你省开展治理", "你省"),
    "what they have before their name": (
        "鼓励具有自主品牌、创新能力的表演企业做大做强",
        "具有自主品牌、创新能力的表演企业",
    ),
    "a noun made of a moving verb": ("打造有行业带动力的集团，支持甲公司发展", "甲公司"),
    "who is invited": ("邀请老党员深入基层开展宣讲", "老党员"),
    "capital of society": ("鼓励社会资本设立产业发展投资基金", "社会资本"),
    "a verb with 好": ("认真组织好本班学生开展活动", "本班学生"),
    "a work with an adverb inside": ("对各校落实规定切实纠正歪风工作进行督查", "各校落实规定切实纠正歪风工作"),
    "what is watched": ("着重做好城市污水处理的监督管理工作", "城市污水处理"),
    "this work": ("会同你省积极推进该项目前期工作", "该项目前期工作"),
    "who is forced": ("不得强制要求群众下载使用", "群众"),
    "with 中": ("电子版论文中不得出现此页", "电子版论文"),
}
NONE = {
    "too late": "逾期不予办理",
    "a length of time": "三年内不得申报课题",
    "a noun made of 发展": "选择发展基础好的领域",
    "no people": "推动先进农机技术及产品走出去",
    "resources": "引导更多金融资源支持创业就业",
    "a case": "对推进不力的，约谈",
    "a verb only": "认真开展自查，逐条对照查摆",
    "反对": "反对形式主义，进行整改",
    "what a body is": "应急部为主管单位",
    "what is not done": "严查机构不按时结算",
    "指使": "受单位负责人指使的，予以处罚",
    "组织领导": "加强组织领导",
    "动员": "动员大会",
    "a noun with 教育": "教育行政部门",
    "when": "转制时要签订合同",
    "when it is over": "访学期满后必须回校",
    "what is said of a thing": "离休人员的医疗保障继续执行原办法，也可统筹",
    "what it is": "创先争优活动是一项经常性的工作，要扎实推进",
    "what somebody has not": "经营者没有合理理由，不得提价",
    "what is to be built": "建设一大批教材，可使用新材料",
    "what is defined": "个人所得税法所称收入按照规定计算",
    "a noun made of 支持": "将支持措施作为本地区重点",
    "a case with 的": "对成效突出的给予表扬",
    "two nouns made of verbs": "组织培训和个人自学相结合",
    "under whose guidance": "在政府指导下组建机构",
    "a case before what is asked": "对落实不力，要批评",
    "使馆": "各国驻华使馆人员",
    "what is done for something": "提高国家竞争力提供优质人才",
    "a word that holds a preposition": "基本收视费",
    "a time": "模拟上课结束后须上交",
    "a body inside a word": "根据组织人事部门提供的情况研究",
    "a deed": "从事代理业务，应当遵守规定",
    "an adverb": "积极稳妥地在园区推广试点",
    "a means": "以创先争优活动为抓手，扎实推进",
}


def words(text: str, addressee: str = "") -> str | None:
    stripped = strip_asides(text)
    at = stripped.text.find(addressee)
    who = Span(at, at + len(addressee)) if addressee else None
    found = target(stripped, Span(0, len(stripped.text)), who)
    return stripped.text[found.start : found.end] if found else None


@pytest.mark.parametrize(("text", "expected"), TARGETS.values(), ids=TARGETS.keys())
def test_the_target_of_a_duty(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_a_duty_without_a_target(text: str) -> None:
    assert words(text) is None


def test_the_addressee_is_no_target() -> None:
    assert words("学校党委要组织学习", "学校党委") is None
    assert words("承诺书由组委会保存", "组委会") == "承诺书"
    assert words("市教育局将对各市直学校进行预警", "市教育局") == "各市直学校"


# --- each word of the rules: a sentence with 「」 around the target, or without where it names none ----


def expect_targets(sentences: str) -> None:
    """Each sentence has just the target that stands between 「 and 」."""
    for sentence in sentences.split():
        inside = sentence.partition("「")[2].partition("」")[0]
        assert words(sentence.replace("「", "").replace("」", "")) == (inside or None), sentence


def test_what_follows_the_thing_that_a_sentence_begins_with() -> None:
    expect_targets(
        """
        「档案材料」用红笔填写 「档案材料」请财政局审核 「档案材料」于4月上报 「档案材料」将被退回 「档案材料」将受处分
        「档案材料」为全区统一格式 「档案材料」经审核 「档案材料」在4月前上报 「档案材料」由办公室保管
        「档案材料」要归档
        """
    )


def test_what_only_looks_like_that() -> None:
    nouns = "专用设备 专利用途 应用技术 作用明显 费用管理 信用管理 引用文献"
    persons = "录用人员 聘用人员 任用人员 用户管理 用地管理 用水管理 用电管理 用品管理 用工管理"
    others = "用途管理 用人管理 申请补助 请示上级 少于4份 低于4份 多于4份 高于4份 等于4份 大于4份 小于4份 将上报"
    verbs = "为期 为主 为本 为先 为导 为准，归档 为准 行为规范 经费 经营 经济 经办 经验 经常 在会上"
    for behind in word_list(f"{nouns} {persons} {others} {verbs}"):
        assert words(f"档案材料{behind}") is None, behind


def test_what_begins_no_thing() -> None:
    for opening in word_list("建议 优先 每个 年终 涉及面 认定 3份"):
        assert words(f"{opening}的档案由办公室保管") is None, opening
    for ending in word_list("是否 的 是 月 未 被认 被列 被纳"):
        assert words(f"档案材料{ending}由办公室保管") is None, ending
    expect_targets(
        "「以上的档案」由办公室保管 「以下的档案」由办公室保管 「普通的档案」由办公室保管 「档案材料一份」由办公室保管"
    )


def test_a_thing_that_begins_like_a_demand() -> None:
    expect_targets(
        """
        「其资金」由财政承担 「由此产生的资金」由财政承担 「因疫情的损失」由保险承担 「不足部分」由财政承担
        「引用文献的论文」应退回 「不合规的论文」应退回 「未检测的论文」应退回 「违反规定的论文」应退回
        「通过评审的论文」应退回
        """
    )


def test_what_may_stand_before_a_thing() -> None:
    for opening in ("凡", "一是", "同时，", "如果有变动，", "一旦有变动，", "若有变动，", "遇变动，"):
        assert words(f"{opening}档案材料由办公室保管") == "档案材料", opening
    for ending in ("的", "后", "前", "时", "中", "情况下"):
        assert words(f"工作变动{ending}，档案材料由办公室保管") == "档案材料", ending
    assert words("工作变动了，档案材料由办公室保管") is None


@pytest.mark.parametrize(("count", "is_thing"), [(12, True), (13, False)])
def test_how_long_a_thing_before_a_comma_may_be(count: int, is_thing: bool) -> None:
    assert words("甲" * count + "，由办公室保管") == ("甲" * count if is_thing else None)


def test_who_is_brought_to_act() -> None:
    sure = (
        "鼓励 支持 引导 推动 督促 帮助 允许 发动 动员 带动 激励 促使 责令 奖励 慰问 看望 关心 关爱 爱护 使 让 告知 面向"
    )
    reached = "通报到 传达到 传达至 发放到 发放至 扩展至 延伸到 选好 配强 优先安排 教育 教育引导"
    nouns = "组织 指导 安排 宣传 培养 培育 发展 走访 扶持 表彰"
    between = "支持和慰问 支持、慰问 支持真心慰问 支持和真情慰问 支持壮大 支持规范 支持服务"
    for verb in word_list(f"{sure} {reached} {nouns} {between}"):
        assert words(f"{verb}党员开展讨论") == "党员", verb
    for verb in ("指使", "行使", "大使", "天使"):
        assert words(f"{verb}党员开展讨论") is None, verb


def test_what_makes_a_noun_of_such_a_verb() -> None:
    for noun in word_list("的 者 行政 局 厅 部 基金 机制 机构 领导 实践 难度 关系 生活 处置"):
        assert words(f"支持{noun}党员") is None, noun
    expect_targets("支持「领导干部党员」 支持「领导班子党员」")


def test_the_object_of_about() -> None:
    for opening in ("对", "对于", "但对", "并对", "特别对", "认真对", "要对"):
        assert words(f"{opening}困难职工进行帮扶") == "困难职工", opening
    before = "面对 应对 反对 核对 相对 绝对 校对 派对 结对 针对"
    behind = "对口 对象 对外 对照 对标 对比 对联 对立 对话 对策 对接 对待"
    for word in word_list(f"{before} {behind}"):
        assert words(f"{word}困难职工进行帮扶") is None, word


def test_what_is_done_to_the_object_of_about() -> None:
    for treated in (
        *(
            "进行",
            "给予",
            "奖励",
            "表彰",
            "通报",
            "处理",
            "负责",
            "在活动期间开展",
            "在检查过程中开展",
            "在学习阶段开展",
        ),
        *("在第一页开展", "依法开展", "按规定开展", "按程序开展", "逐个开展", "逐一开展", "及时", "适时", "一视同仁"),
        *("要", "更要", "也要", "都要"),
    ):
        assert words(f"对困难职工{treated}帮扶") == "困难职工", treated
    for noun in ("负责人", "负责同志"):
        assert words(f"对困难职工{noun}帮扶") is None, noun


def test_an_object_with_a_verb_of_its_own() -> None:
    for verb in word_list("发现 提出 反映 查出 形成 存在 涉及 违反 造成 作出 调查 移送 报送 申请 取得 获得"):
        assert words(f"对长期{verb}的线索，要整改") == f"长期{verb}的线索", verb


def test_what_makes_a_noun_of_what_follows_about() -> None:
    for verb in word_list("加强 加大 强化 提高 做好 完善 深化 落实 开展 制定"):
        assert words(f"{verb}对幼儿园建设的监管") == "幼儿园建设", verb
    assert words("看到对幼儿园建设的监管") is None


def test_a_problem_before_a_comma() -> None:
    expect_targets(
        "针对「查出的问题」，整改 针对「查出的隐患」，整改 针对「查出的不足」，整改 针对查出的情况，整改 针对问题，整改"
    )


def test_those_who_are_served() -> None:
    for word in ("与", "为", "给", "向"):
        assert words(f"{word}困难职工提供帮扶") == "困难职工", word
    for word in word_list("参与 与会 认为 作为 成为 给予"):
        assert words(f"{word}困难职工提供帮扶") is None, word
    done = "提供 开展 沟通 交流 协商 建立 发放 办理 撑腰 注资 捐资 研究 合作 对接 解决 面对面沟通 心贴心沟通 的◇"
    for word in done.split():
        assert words(f"与困难职工{word}") == "困难职工", word
    assert words("与困难职工握手") is None


def test_what_is_put_somewhere() -> None:
    expect_targets(
        """
        将「师德情况」纳入考核 把「师德情况」纳入考核 将「师德情况」列入考核 要将「师德情况」由政府考核
        把「师德情况」建设成规范 把「师德情况」打造成规范 把「师德情况」认真纳入考核 要将师德情况看成考核
        
        要将「装备需求」报政府列入预算 要将「装备需求」提交政府列入预算 要将「装备需求」移交政府列入预算
        要将「装备需求报告」列入预算 要将「装备需求报道」列入预算 要将「装备需求报名」列入预算
        要将「装备需求报表」列入预算 要将「装备需求报酬」列入预算 要将「装备需求报备案」列入预算
        """
    )


def test_whole_objects_and_owners() -> None:
    for verb in ("规范", "审核", "审查"):
        assert words(f"{verb}融资机构的收费行为") == "融资机构的收费行为", verb
    for body in word_list("机构 单位 部门 教师 企业 主体 人员"):
        assert words(f"规范融资{body}的收费行为") == f"融资{body}的收费行为", body
    assert words("规范融资制度的收费行为") is None
    expect_targets(
        "放宽「贷款条件」 统筹协调「贷款条件」 改动「贷款条件」 看到贷款条件 免收「车辆」的费用"
        " 减免「车辆」的费用 收取车辆的费用"
    )
    for verb in word_list("追究 增强 提高 提升 维护 加强 减轻 发挥 发挥好 尊重 调动 激发 强化"):
        assert words(f"{verb}党员的意识") == "党员", verb
    assert words("看到党员的意识") is None
