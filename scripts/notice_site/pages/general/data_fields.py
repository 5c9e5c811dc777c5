"""Describes the published data files field by field, for the page 数据 and for the schemas of the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from notice_site.findings.citations.vocabulary import RELATIONS
from notice_site.model import BlockKind
from notice_site.model.frozen import dataclass
from notice_site.pages.core import labels_zh
from notice_site.pages.core.data_field import (
    SHA_256,
    Field,
    flag,
    iso_date,
    number,
    record,
    records,
    text,
    texts,
    whole_number,
)
from notice_site.pages.tasks.columns import TASK_COLUMNS

VERSION = 1
"""The version of the form of the data; a change that readers would notice raises it."""

STATUS = (
    "文字引自各件来源文本，以其发布机关的文本为准；本站不是发布机关。"
    "拼音、分类、时间、要求、引用关系等由程序整理，逐条附原文位置。"
)
"""What the data are, and what they are not."""


@dataclass(frozen=True)
class FileDescription:
    """Says what an item of a JSON file is, what its fields are, and which fields stand beside the list of items."""

    name: str
    item: str
    fields: Mapping[str, Field]
    beside: Mapping[str, Field] = field(default_factory=dict)


COMPARISON = "comparison-table.json"
"""What the JSON files of single comparisons are called where their schema is named."""


def schema_file(name: str) -> str:
    """Returns where the schema of a JSON file is published: data/schemas/notices.schema.json."""
    return f"data/schemas/{name.removesuffix('.json')}.schema.json"


_ID = {"id": text("编号")}
_BLOCK = text("段落编号，见 notices.json 的 blocks")
_NOTICE = text("文件编号，见 notices.json")
_START = whole_number("文字在该段 text 中的起点，从 0 数起")
_END = whole_number("文字在该段 text 中的终点，不含")
_QUOTE = {"notice": _NOTICE, "block": _BLOCK, "quote": text("原文")}
_PART = {"text": text("原文"), "notice": _NOTICE, "block": _BLOCK}
_WORDS = {"notice": _NOTICE, "block": _BLOCK, "start": _START, "end": _END}
_TASK_ITEM = {"task": text("任务编号，见 tasks.json"), "block": _BLOCK, "start": _START, "end": _END}

_BLOCK_KINDS = {
    BlockKind.MASTHEAD: "版头",
    BlockKind.NUMBER: "发文字号",
    BlockKind.TITLE: "题名",
    BlockKind.RECIPIENTS: "主送",
    BlockKind.SECTION: "有标题的层次",
    BlockKind.PARAGRAPH: "段落",
    BlockKind.ITEM: "无标题的条项",
    BlockKind.TABLE: "表格",
    BlockKind.SIGNATURE: "署名",
    BlockKind.DATE: "日期",
    BlockKind.CC: "抄送",
    BlockKind.PRINT: "印发",
    BlockKind.NOTE: "附注",
}

_NOTICE_FIELDS = {
    "id": text("文件编号，一经公布不再改变"),
    "source": text("来源文件名"),
    "sha256": text("来源文件的 SHA-256 校验值", pattern=SHA_256),
    "url": text("本站网页地址；同页的另一件带 # 片段"),
    "part_of": text("载有本件的文件编号；独立文件为 null", null=True),
    "of_carrier": record(
        "本件未示、载有本件的文件所示的层级和日期；没有为 null",
        {
            "level": text("主件的层级", optional=True, null=True),
            "date": iso_date("主件的日期：成文日期，没有的为印发或见报日期", optional=True, null=True),
        },
        null=True,
    ),
    "role": text("", values=labels_zh.ROLES),
    "kind": text("", values={"notice": "公文", "other": "讲话、新闻、法规、信函等，按原样收录", "no-text": "只有图像"}),
    "title": text("题名，跨行者合为一行", null=True),
    "genre": text("题名所示文种；未示为 null", null=True),
    "number": text("发文字号；来源文本未载为 null", null=True),
    "issuers": texts("发文机关，依版头、落款或题名"),
    "level": text("发文机关的层级：central province city county town village unit；不明为 null", null=True),
    "place": text("原文所载地名；未载或未能识别为 null，不作推断", null=True),
    "recipients": text("主送，照录原文，不含冒号", null=True),
    "cc": text("抄送，照录原文，不含标目", null=True),
    "date": iso_date("成文日期，ISO 格式；只载到月的为 YYYY-MM", null=True),
    "printed": iso_date("印发日期", null=True),
    "published": record("发表的日期与媒体", {"date": iso_date("日期", null=True), "medium": text("媒体")}, null=True),
    "status": text("", values={"complete": "未见中断", "truncated": "来源文本中断", "excerpt": "学习包所收的节选"}),
    "attachments": texts("附件栏所列题名"),
    "blocks": records(
        "正文各段，按阅读顺序",
        {
            "id": text("段落编号，由层次和次序得出，与文字无关；也是网页上的锚点"),
            "kind": text("", values={kind.value: meaning for kind, meaning in _BLOCK_KINDS.items()}),
            "depth": whole_number("层次，1 为最外一层；0 表示不属层次"),
            "label": text("层次序数，如“一、”“（一）”；无为 null", null=True),
            "heading": text("标题，不含序数和末尾标点", null=True),
            "text": text("全段文字，不改一字"),
            "parent": text("上一层的段落编号", null=True),
            "inline": flag("true 表示在上一段中接排的要点（一是……二是……）"),
            "rows": text("表格各行的单元格", many=2, optional=True),
            "spans": Field("合并的单元格：起始行、列（从 0 数起）与所占行数、列数", "integer", many=2, optional=True),
            "decided": flag("true 表示编者认定过这一行；其余不列", optional=True),
        },
    ),
    "dropped": records("未收入正文的可见文字", {"text": text("文字"), "reason": text("原因")}),
    "repairs": records(
        "对断行、空格所作的处理，以及只加注、不改动的疑误",
        {
            "block": _BLOCK,
            "kind": text("", values={kind.value: meaning for kind, meaning in labels_zh.REPAIRS.items()}),
            "before": text("来源文本"),
            "after": text("正文所示；对疑误是建议的读法，正文不改"),
            "reason": text("依据"),
            "confidence": number("可信度，0 到 1"),
            "confirmed": flag("是否经人工核定"),
        },
    ),
}

_TERM_FIELDS = {
    "id": text("词语编号"),
    "term": text("词语"),
    "variants": texts("异写"),
    "pinyin": text("拼音，逐字标调，以空格分隔"),
    "kind": text("类别", values=labels_zh.TERM_KINDS),
    "count": whole_number("数字缩略语中的数（六问为 6）；有几个数或没有数的为 null", null=True),
    "counts": whole_number("数字缩略语中的各个数（学三促四抓为 1、3、4）", many=1),
    "items": records("各组成部分，引自原文", _PART),
    "structure": records(
        "有几个数的，各数所领的部分；其他为空",
        {
            "label": text("词语中的一节"),
            "count": whole_number("其数"),
            "term": text("本站对应词语的编号；没有为 null", null=True),
            "items": records("各项，引自原文", _PART),
        },
    ),
    "definitions": records("原文中作解释的话", _QUOTE),
    "usage": records("原文中的用例，不作解释", _QUOTE),
    "senses": records("义项", {"sense": text("义项名，编者所加"), "definitions": records("原文中作解释的话", _QUOTE)}),
    "mentions": records(
        "全部出处；长词优先，其中的短词另列",
        _WORDS
        | {
            "form": text("该处的写法"),
            "within": text("包含本词的更长词语的编号", null=True),
            "sense": text("义项；不分或不能判断的为 null", null=True),
        },
    ),
    "related": texts("相关词语的编号"),
    "note": text("编者注", null=True),
    "url": text("本站网页地址"),
}

_CITATION_FIELDS = {
    **_ID,
    "notice": _NOTICE,
    "block": _BLOCK,
    "title": text("所引题名；同一讲话、会议不论各处怎样称呼，只有一个题名。只写文号的为 null", null=True),
    "number": text("所引文号", null=True),
    "kind": text("{}；部署要求没有题名", values=labels_zh.CITED_KINDS),
    "relation": text("据所用动词：{}；都不合的为引用", values=dict.fromkeys(RELATIONS, "")),
    "target": text("所引文件在本站的编号；报道印发本件的，为本件编号；未收录为 null", null=True),
    "wording": text("原文的称呼"),
    "quote": text("原文"),
    "decided": flag("是否经人工核定"),
}

_TIMELINE_FIELDS = {
    **_ID,
    "notice": _NOTICE,
    "block": _BLOCK,
    "start": iso_date("起始的日、月或年，依原文的精度；无明确起始为 null", null=True),
    "end": iso_date("截止的日、月或年；无明确截止为 null", null=True),
    "precision": text("精度：{}；不涉及日历为 null", values=labels_zh.PRECISIONS, null=True),
    "approximate": flag("原文是否作约数（左右、前后）"),
    "wording": text("原文的日期用语"),
    "quote": text("原文"),
    "what": text("内容，引自原文"),
    "who": text("何人，引自原文", null=True),
    "kind": text("{}；案例指通报的违纪违法事实", values=labels_zh.EVENT_KINDS),
    "year": text(
        "{}；无年份或不能推定为 null", values={"stated": "原文载有年份", "inferred": "据上下文推定"}, null=True
    ),
    "year_from": text("推定年份的依据", null=True),
}

_TRANSMISSION_FIELDS = {
    **_ID,
    "event": text("最早载明其日期的一条，见 timeline.json；起点为文件时为 null", null=True),
    "notice": text("起点文件的编号；起点为事件时为 null", null=True),
    "start": iso_date("起始日"),
    "end": iso_date("结束日"),
    "steps": records(
        "相继提及的文件，按日期",
        {
            "notice": _NOTICE,
            "date": iso_date("该文件的成文日期；未载的用见报日期"),
            "days": whole_number("距 end 的天数"),
            "how": text(
                "",
                values={
                    "dated": "载明日期",
                    "undated": "提及而未写日期",
                    "cites": "引用",
                    "forwards": "转发",
                    "issues": "印发",
                },
            ),
            "block": _BLOCK,
            "quote": text("原文"),
        },
    ),
}

_REUSE_FIELDS = {
    **_ID,
    "a": record("一处", _WORDS),
    "b": record("另一处", _WORDS),
    "kind": text("", values=labels_zh.PASSAGES),
    "score": number("相近程度，0 到 1"),
    "attributed": flag("原文是否注明引自另一件"),
}

_COMPARISON_FIELDS = {
    **_ID,
    "base": text("对照件的文件编号：被另一件引用的，否则层级较高的，否则较早的"),
    "own": text("本件的文件编号"),
    "url": text("本站网页地址"),
    "base_length": whole_number("对照件正文字数，含标点"),
    "own_length": whole_number("本件正文字数，含标点"),
    "shared": whole_number("两件相同的字数，含标点，各计一次"),
    "longest": text("最长的相同文字，reuse.json 中的编号"),
    "rows": records(
        "并列的各行，依本件的顺序",
        {
            "kind": text("", values=labels_zh.ROWS),
            "base": text("对照件的段落编号；没有为 null", null=True),
            "own": text("本件的段落编号；没有为 null", null=True),
            "same": whole_number("本件该段与并列的一段相同的字数"),
            "moved": flag("两件中的先后次序不同"),
            "attributed": flag("其中一件在此写明出自另一件"),
        },
    ),
    "items": records(
        "两件的各项要求，逐项并列；每件只与所引用的或上级的一件对照，其余为空",
        {
            "kind": text("", values=labels_zh.ITEM_ROWS),
            "addressees": texts("对象所属的层级和类别，见 levels.yml；范围和重点对象为 scope、focus；未写明为空"),
            "base": records("对照件的各项", _TASK_ITEM),
            "own": records("本件的各项", _TASK_ITEM),
            "quoted": records("本件转引该项之处", _WORDS),
            "found": record("移位、重出的，文字在另一件中的位置；没有为 null", _WORDS, null=True),
            "moved": flag("所在部分不相对应"),
            "other_addressee": flag("对象的写法和类别都不同，或一件未写明"),
            "modal": texts("要与可互换的用字，先对照件、后本件；没有为 null", null=True),
        },
    ),
}

_EDITION_FIELDS = {
    "name": text("项目名"),
    "edition": text("版本号，由程序版本和输入的校验值组成"),
    "version": text("程序版本"),
    "sha256": text("输入文件清单的 SHA-256 校验值", pattern=SHA_256),
    "inputs": records(
        "每个输入文件的路径和校验值", {"path": text("路径"), "sha256": text("SHA-256 校验值", pattern=SHA_256)}
    ),
}

FILES = (
    FileDescription(
        "notices.json",
        "一件文件。一个来源可含多件：转发的通知与被转发的通知、印发的通知与所印发的方案、附件，各为一件",
        _NOTICE_FIELDS,
    ),
    FileDescription("terms.json", "一条词语", _TERM_FIELDS),
    FileDescription("citations.json", "对一件文件、法规、讲话、会议、作品或部署要求的一次提及", _CITATION_FIELDS),
    FileDescription("timeline.json", "写明时间的一处文字", _TIMELINE_FIELDS),
    FileDescription(
        "transmission.json",
        "一次讲话、会议等有日期的事，或一件文件，由哪些文件相继提及、转发",
        _TRANSMISSION_FIELDS,
    ),
    FileDescription(
        "tasks.json",
        "对某一对象提出的一项要求",
        {column.name: column.field for column in TASK_COLUMNS if column.field},
    ),
    FileDescription("reuse.json", "两件文件相同或相近的一段文字", _REUSE_FIELDS),
    FileDescription("comparisons.json", "两件有较多相同文字的文件，逐段并列", _COMPARISON_FIELDS),
    FileDescription("edition.json", "本版：程序和全部输入文件的一个状态", _EDITION_FIELDS),
)
