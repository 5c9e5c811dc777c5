termCard("yijizhuayiji",{"term":"一级抓一级、层层抓落实","pinyin":"yī jí zhuā yī jí céng céng zhuā luò shí","kind":"提法口号","met":"见于 1 件文件，1 处","url":"glossary/yijizhuayiji.html","unexplained":"所收文件未作解释"});
