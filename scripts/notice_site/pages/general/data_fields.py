"""Describes the published data files field by field, for the page 数据."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from notice_site.pages.tasks.columns import TASK_COLUMNS


@dataclass(frozen=True)
class FileDescription:
    """Says what an item of a JSON file is, and what its fields mean.

    `parts` has the fields of nested objects under the name of the field that holds them.
    """

    name: str
    item: str
    fields: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


_BLOCK = "段落编号，见 notices.json 的 blocks"
_NOTICE = "文件编号，见 notices.json"
_START = "文字在该段 text 中的起点，从 0 数起"
_END = "文字在该段 text 中的终点，不含"
_QUOTE = {"notice": _NOTICE, "block": _BLOCK, "quote": "原文"}
_WORDS = {"notice": _NOTICE, "block": _BLOCK, "start": _START, "end": _END}

FILES = (
    FileDescription(
        "notices.json",
        "一件文件。一个来源可含多件：转发的通知与被转发的通知、印发的通知与所印发的方案、附件，各为一件",
        {
            "id": "文件编号，一经公布不再改变",
            "source": "来源文件名",
            "sha256": "来源文件的 SHA-256 校验值",
            "url": "本站网页地址；同页的另一件带 # 片段",
            "part_of": "载有本件的文件编号；独立文件为 null",
            "of_carrier": "本件未示、载有本件的文件所示的层级和日期；没有为 null",
            "role": "main 主件、forwarded 被转发件、issued 印发件、annex 附件",
            "kind": "notice 公文；other 讲话、新闻、法规、信函等，按原样收录；no-text 只有图像",
            "title": "题名，跨行者合为一行",
            "genre": "题名所示文种；未示为 null",
            "number": "发文字号；来源文本未载为 null",
            "issuers": "发文机关，依版头、落款或题名",
            "level": "发文机关的层级：central province city county town village unit；不明为 null",
            "place": "原文所载地名；未载或未能识别为 null，不作推断",
            "recipients": "主送，照录原文，不含冒号",
            "cc": "抄送，照录原文，不含标目",
            "date": "成文日期，ISO 格式；只载到月的为 YYYY-MM",
            "printed": "印发日期",
            "published": "公开发表的日期与媒体",
            "status": "truncated 来源文本中断；complete 未见中断",
            "attachments": "附件栏所列题名",
            "blocks": "正文各段，按阅读顺序",
            "dropped": "未收入正文的可见文字",
            "repairs": "对断行、空格所作的处理，以及只加注、不改动的疑误",
        },
        {
            "of_carrier": {"level": "主件的层级", "date": "主件的日期：成文日期，没有的为印发或见报日期"},
            "published": {"date": "日期", "medium": "媒体"},
            "blocks": {
                "id": "段落编号，由层次和次序得出，与文字无关；也是网页上的锚点",
                "kind": "masthead 版头、number 发文字号、title 题名、recipients 主送、section 有标题的层次、"
                "paragraph 段落、item 无标题的条项、table 表格、signature 署名、"
                "date 日期、cc 抄送、print 印发、note 附注",
                "depth": "层次，1 为最外一层；0 表示不属层次",
                "label": "层次序数，如“一、”“（一）”；无为 null",
                "heading": "标题，不含序数和末尾标点",
                "text": "全段文字，不改一字",
                "parent": "上一层的段落编号",
                "inline": "true 表示在上一段中接排的要点（一是……二是……）",
                "rows": "表格各行的单元格",
                "spans": "合并的单元格：起始行、列（从 0 数起）与所占行数、列数",
                "decided": "true 表示编者认定过这一行；其余不列",
            },
            "dropped": {"text": "文字", "reason": "原因"},
            "repairs": {
                "block": _BLOCK,
                "kind": "join 接合断行、noise 多余空格、glyph 字形还原、suspected-error 疑误、"
                "unbalanced-quote 引号不成对、missing-text 疑有缺文",
                "before": "来源文本",
                "after": "正文所示；对疑误是建议的读法，正文不改",
                "reason": "依据",
                "confidence": "可信度，0 到 1",
                "confirmed": "是否经人工核定",
            },
        },
    ),
    FileDescription(
        "terms.json",
        "一条词语",
        {
            "id": "词语编号",
            "term": "词语",
            "variants": "异写",
            "pinyin": "拼音，逐字标调，以空格分隔",
            "kind": "类别",
            "count": "数字概括中的数（六问为 6）；有几个数或没有数的为 null",
            "counts": "数字概括中的各个数（学三促四抓为 1、3、4）",
            "items": "各组成部分，引自原文",
            "structure": "有几个数的，各数所领的部分；其他为空",
            "definitions": "原文中作解释的话",
            "usage": "原文中的用例，不作解释",
            "senses": "义项",
            "mentions": "全部出处；长词优先，其中的短词另列",
            "related": "相关词语的编号",
            "note": "编者注",
            "url": "本站网页地址",
        },
        {
            "items": {"text": "原文", "notice": _NOTICE, "block": _BLOCK},
            "structure": {
                "label": "词语中的一节",
                "count": "其数",
                "term": "本站对应词语的编号",
                "items": "各项，引自原文",
            },
            "usage": _QUOTE,
            "senses": {"sense": "义项名，编者所加", "definitions": "原文中作解释的话"},
            "definitions": _QUOTE,
            "mentions": _WORDS
            | {"form": "该处的写法", "within": "包含本词的更长词语的编号", "sense": "义项；不分或不能判断的为 null"},
        },
    ),
    FileDescription(
        "citations.json",
        "对一件文件、法规、讲话、会议、作品或部署要求的一次提及",
        {
            "id": "编号",
            "notice": _NOTICE,
            "block": _BLOCK,
            "title": "所引题名；同一讲话、会议不论各处怎样称呼，只有一个题名。只写文号的为 null",
            "number": "所引文号",
            "kind": "document 文件、regulation 法规制度、speech 讲话、meeting 会议、work 作品、"
            "order 没有题名的部署、要求",
            "relation": "据动词：转发、印发、落实（贯彻、执行）、依据（根据、按照）、对照、学习、观看；其余为引用",
            "target": "所引文件在本站的编号；报道印发本件的，为本件编号；未收录为 null",
            "wording": "原文的称呼",
            "quote": "原文",
            "decided": "是否经人工核定",
        },
    ),
    FileDescription(
        "timeline.json",
        "正文中带日期的一处文字",
        {
            "id": "编号",
            "notice": _NOTICE,
            "block": _BLOCK,
            "start": "起始的日、月或年，依原文的精度；无明确起始为 null",
            "end": "截止的日、月或年；无明确截止为 null",
            "precision": "精度：day 日、xun 旬、month 月、year 年；不涉及日历为 null",
            "approximate": "原文是否作约数（左右、前后）",
            "wording": "原文的日期用语",
            "quote": "原文",
            "what": "何事，引自原文",
            "who": "何人，引自原文",
            "kind": "event 事件、case 案例（通报的违纪违法事实）、issued 成文、printed 印发、published 见报、"
            "dateline 电头、deadline 期限、not-before 不早于、period 时段、recurring 经常性要求、duration 时长",
            "year": "stated 原文载有年份；inferred 据上下文推定；无年份或不能推定为 null",
            "year_from": "推定年份的依据",
        },
    ),
    FileDescription(
        "transmission.json",
        "一次讲话、会议等有日期的事，或一件文件，由哪些文件相继提及、转发",
        {
            "id": "编号",
            "event": "最早载明其日期的一条，见 timeline.json；起点为文件时为 null",
            "notice": "起点文件的编号；起点为事件时为 null",
            "start": "起始日",
            "end": "结束日",
            "steps": "相继提及的文件，按日期",
        },
        {
            "steps": {
                "notice": _NOTICE,
                "date": "该文件的成文日期；未载的用见报日期",
                "days": "距 end 的天数",
                "how": "dated 载明日期、undated 提及而未写日期、cites 引用、forwards 转发、issues 印发",
                "block": _BLOCK,
                "quote": "原文",
            }
        },
    ),
    FileDescription(
        "tasks.json",
        "对某一对象提出的一项要求",
        {column.name: column.description for column in TASK_COLUMNS if column.value},
        {column.name: column.parts for column in TASK_COLUMNS if column.parts},
    ),
    FileDescription(
        "reuse.json",
        "两件文件相同或相近的一段文字",
        {
            "id": "编号",
            "a": "一处",
            "b": "另一处",
            "kind": "verbatim 原文照录、punctuation-only 仅标点或字形不同、altered 有改动",
            "score": "相近程度，0 到 1",
            "attributed": "原文是否注明引自另一件",
        },
        {"a": _WORDS, "b": _WORDS},
    ),
    FileDescription(
        "comparisons.json",
        "两件有较多相同文字的文件，逐段并列",
        {
            "id": "编号",
            "base": "对照件的文件编号：被另一件引用的，否则层级较高的，否则较早的",
            "own": "本件的文件编号",
            "url": "本站网页地址",
            "base_length": "对照件正文字数，含标点",
            "own_length": "本件正文字数，含标点",
            "shared": "两件相同的字数，含标点，各计一次",
            "longest": "最长的相同文字，reuse.json 中的编号",
            "rows": "并列的各行，依本件的顺序",
            "items": "两件的各项要求，逐项并列；每件只与所引用的或上级的一件对照，其余为空",
        },
        {
            "rows": {
                "kind": "verbatim 原文照录；punctuation-only 仅标点或字形不同；altered 改写；added 新增；"
                "dropped 未承接；beyond 本件来源中断，无法比对；partly 部分移位；regrouped 分段不同；moved 移位",
                "base": "对照件的段落编号；没有为 null",
                "own": "本件的段落编号；没有为 null",
                "same": "本件该段与并列的一段相同的字数",
                "moved": "两件中的先后次序不同",
                "attributed": "其中一件在此写明出自另一件",
            },
            "items": {
                "kind": "kept 照录；extended 增补；shortened 删减；changed 改写；quoted 仅见转引；again 重出；"
                "moved 移位；partly 部分移位；dropped 未见；added 新增；beyond 本件来源中断，无法比对",
                "addressees": "对象所属的层级和类别，见 levels.yml；范围和重点对象为 scope、focus；未写明为空",
                "base": "对照件的各项，见 tasks.json：task 任务编号，block、start、end 该项的位置",
                "own": "本件的各项，同上",
                "quoted": "本件转引该项之处",
                "found": "移位、重出的，文字在另一件中的位置；没有为 null",
                "moved": "所在部分不相对应",
                "other_addressee": "对象的写法和类别都不同，或一件未写明",
                "modal": "要与可互换的用字，先对照件、后本件；没有为 null",
            },
        },
    ),
    FileDescription(
        "edition.json",
        "本版：程序和全部输入文件的一个状态",
        {
            "name": "项目名",
            "edition": "版本号，由程序版本和输入的校验值组成",
            "version": "程序版本",
            "sha256": "输入文件清单的 SHA-256 校验值",
            "inputs": "每个输入文件的路径和校验值",
        },
        {"inputs": {"path": "路径", "sha256": "SHA-256 校验值"}},
    ),
)
