termCard("huodongban",{"term":"教育实践活动办公室","pinyin":"jiào yù shí jiàn huó dòng bàn gōng shì","kind":"机构","met":"见于 1 件，11 处","url":"glossary/huodongban.html","unexplained":"所收文件未作解释"});
