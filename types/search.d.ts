interface NoticeSearch {}
