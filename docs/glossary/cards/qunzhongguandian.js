termCard("qunzhongguandian",{"term":"马克思主义群众观点","pinyin":"mǎ kè sī zhǔ yì qún zhòng guān diǎn","kind":"提法口号","met":"见于 3 件文件，6 处","url":"glossary/qunzhongguandian.html","unexplained":"所收文件未作解释"});
