"""The words by which sites name what they set around a document: labels, buttons, headings of link lists."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Labels under a headline: when, whence and how often read. With a value that fits these stand in no notice …
DATE_LABELS = _words("""
    发布时间 发布日期 发稿时间 更新时间 更新日期 添加时间 添加日期 录入时间 上传时间 发表时间 发布 更新
""")
COUNT_LABELS = _words("""
    点击数 点击次数 点击率 点击量 点击 浏览次数 浏览量 浏览数 浏览 阅读次数 阅读量 阅读数 阅读 访问量 访问次数
    人气 热度
""")
FONT_LABELS = _words("字体 字号 字体大小 文字大小 分享到 背景色 视力保护色")
ORIGIN_LABELS = _words("文章来源 信息来源 稿件来源 新闻来源 稿源 发布人 发布者 文章录入 录入者")
SITE_LABELS = DATE_LABELS | COUNT_LABELS | FONT_LABELS | ORIGIN_LABELS
# … these only tell together: 来源 beside 日期, above the text.
SHARED_LABELS = _words("""
    来源 作者 编辑 责任编辑 日期 时间 审核 审稿 录入 上传 撰稿 摄影 信息员 发布单位 发布部门 发布机构 供稿
    供稿单位
""")
LEADING_LABELS = _words("来源 作者 发布单位 发布部门 发布机构 供稿 供稿单位")
PUBLICATION_LABELS = SITE_LABELS | SHARED_LABELS

# Labels of the table of data that government sites set above a document.
METADATA_LABELS = _words("""
    索引号 信息索引号 统一编号 规范性文件统一编号 登记号 信息名称 文件名称 名称 标题 主题分类 信息分类 信息类别
    组配分类 体裁分类 服务对象分类 公文种类 发文机关 发文机构 发文单位 发布机构 发布单位 公开机构 公开主体
    公开责任部门 责任部门 成文日期 成文时间 生成日期 生成时间 发文日期 发布日期 发布时间 公开日期 公开时间
    生效日期 实施日期 施行日期 失效日期 失效时间 废止日期 有效期 有效性 时效性 时效 是否有效 效力状态 公文时效
    发文字号 文号 文件编号 发文号 主题词 关键词 关键字 公开方式 公开形式 公开范围 公开时限 公开类别 公开程序
    公开属性 内容概述 内容摘要 信息来源
""")
# A table that holds one of them is such a table; the others also head columns of ordinary tables.
METADATA_ANCHORS = _words("""
    索引号 信息索引号 统一编号 规范性文件统一编号 公开方式 公开形式 主题分类 组配分类 体裁分类
""")

# Headings of lists of links to other pages.
LINK_LISTS = _words("""
    延伸阅读 扩展阅读 相关阅读 相关链接 相关新闻 相关文章 相关报道 相关稿件 相关信息 相关推荐 推荐阅读 热点新闻
    热门文章 热门推荐 最新文章 最新资讯 图片新闻 猜你喜欢 友情链接 网站导航 栏目导航
""")

BUTTONS = _words("""
    打印 打印本页 打印此页 打印文章 打印本文 打印预览 我要打印 关闭 关闭本页 关闭窗口 关闭此页 返回 返回顶部
    返回首页 返回列表 返回上页 返回上一页 回到顶部 顶部 TOP 首页 网站首页 收藏 收藏本页 收藏本文 加入收藏
    添加收藏 设为首页 推荐 推荐给好友 推荐朋友 发送给好友 分享 分享到 分享至 一键分享 更多 留言 微信 微博
    新浪微博 腾讯微博 QQ空间 人人网 开心网 豆瓣 朋友圈 复制链接 复制网址 字号 字体 特大 超大 大 中 小 放大 缩小
    默认 正常 我要纠错 纠错 举报 评论 我要评论 发表评论 保存 保存本页 另存为 下载本文 朗读 语音播报 无障碍
    无障碍浏览 无障碍阅读 长者模式 关怀版 手机版 电脑版 繁體 繁体 简体 简体版 繁体版 English EN 登录 注册 退出
    网站地图 联系我们 关于我们 版权声明 网站声明 隐私声明 隐私保护 使用帮助 RSS RSS订阅 订阅 搜索 高级搜索
    站内搜索 进入后台编辑 视力保护色 双击滚屏
""")
# Words that also stand alone in notices: no furniture without a plain button on their line.
WEAK_BUTTONS = _words("""
    首页 留言 大 中 小 更多 推荐 保存 返回 默认 正常 评论 退出 顶部 登录 注册 搜索 关闭 订阅 举报 豆瓣
""")
