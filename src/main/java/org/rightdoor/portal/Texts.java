package org.rightdoor.portal;

import io.quarkus.qute.i18n.MessageBundle;

/** Every text on a page for families; the words are in {@code messages/texts_en.properties} and its translations. */
@MessageBundle("texts")
public interface Texts {

    String caseNumber(long number);

    String skip();

    String languages();

    String unreviewed();

    String home();

    String footerAddress(String address, String phone);

    String footerStaff();

    String askTitle();

    String askIntro();

    String askAbout(String topic);

    String askText();

    String askTextHint();

    String askReach();

    String askOptional();

    String askReachHint();

    String askName();

    String askEmail();

    String askPhone();

    String askSchool();

    String askNoSchool();

    String askRole();

    String askNoRole();

    String askParent();

    String askStudent();

    String askStaff();

    String askCommunity();

    String askSend();

    String askAway();

    String likely();

    String likelyHint();

    String likelyDesk(String department);

    String likelyNobody();

    String likelyAnswers();

    String likelyPage();

    String openUntil(String hour);

    String opensToday(String hour);

    String opensOn(String day, String hour);

    String errorSummary();

    String faultEmpty();

    String faultMessageEmpty();

    String faultTooLong(int longest);

    String faultName();

    String faultEmail();

    String faultPhone();

    String faultChoice();

    String failed(String phone);

    String deskTitle();

    String deskIntro();

    String mostLately();

    String mostCommon();

    String browseTitle();

    String browseTopics();

    String searchTitle();

    String searchLabel();

    String searchButton();

    String searchNothing();

    String searchNothingHint();

    String askPerson();

    String askPersonHint();

    String answerBy(String department, String date);

    String answerHelp();

    String answerYes();

    String answerNo();

    String answerHelped();

    String answerDidNotHelp();

    String answerMore();

    String browseShow();

    String browseOwn(String school);

    String deskCall(String phone);

    String deskHours(String hours);

    String answersWithin(int days);

    String topicAnswers();

    String topicNoAnswers(String department);

    String topicDesk();

    String offlineTitle();

    String offlineHint();

    String offlineAgain();

    String posterIntro();

    String posterScan();

    String widgetClose();

    String widgetComes();

    String widgetKeep();

    String widgetAnother();

    String caseSent();

    String caseKeepLink();

    String caseOpen(String department, String by);

    String caseLate(String department, String by);

    String caseOpenBoth(String department, String other, String by);

    String caseWaiting(String department);

    String caseAnswered(String department);

    String caseResolved();

    String statusOpen();

    String statusWaiting();

    String statusResolved();

    String whichTitle();

    String whichHint(String department);

    String whichNeither();

    String caseConversation();

    String caseYou();

    String caseBy(String channel);

    String caseAutomatic();

    String caseNotice();

    String caseNoHelp();

    String caseMoved(String department);

    String caseClosed();

    String caseReopened();

    String caseAdd();

    String caseAddText();

    String caseAddSend();

    String caseSolved();

    String caseSolvedHint();

    String caseFiles();

    String casePartial(String addresses);

    String casePartialUnknown();

    String caseDone(String what);

    String problemNotFound();

    String problemNotFoundHint();

    String problemNoCase();

    String problemNoCaseHint(String phone);

    String problemLinkExpired();

    String problemLinkExpiredHint(String phone);

    String problemGone();

    String problemGoneHint();

    String problemTooMany();

    String problemTooManyHint(String phone);

    String problemAway();

    String problemAwayHint(String phone);

    String problemOurs();

    String problemOursHint(String phone);

    String problemForbidden();

    String problemForbiddenHint();

    String problemRequest();

    String problemRequestHint();

    String problemHome();

    String confirmTitle();

    String confirmHint();

    String confirmBy(String address);

    String confirmSent(long minutes);

    String confirmNoWay(String phone);

    String codeLabel();

    String codeHint();

    String codeShow();

    String codeWrong();

    String caseWith(String department);

    String caseAnonymous();

    String caseHelp();

    String caseNeeded();

    String addFiles();

    String addFilesHint(int count, int megabytes);

    String faultFiles(int count, int megabytes);

    String wayTitle();

    String wayEmail(String address);

    String waySms(String address);

    String wayStop();

    String wayStopped();

    String rateTitle();

    String rateHint();

    String rateOf(int courtesy);

    String rateThanks(int courtesy);

    String rateSolved();

    String rateYes();

    String rateNo();

    String rateComment();

    String rateSend();

    String rateCourteous();

    String rateTimely();

    String rateScale();

    String rateHeard();

    String surveyAbout(long number, String department);

    String surveySend();

    String surveyThanks();

    String surveyReopened();

    String surveyNoMore();

    String surveyNoMoreDone();

    String heldTitle();

    String heldHint();

    String heldNoWay(String phone);

    String trap();

    String noticeClosed(String who, String day);

    String noticeLate(String who, String day, String hour);

    String noticeEarly(String who, String day, String hour);

    String noticeSchools();

    String noticeAnswers();

    String promisesTitle();

    String promisesIntro();

    String promisesMatter();

    String promisesFirst();

    String promisesNext();

    String promisesSettled();

    String promisesOthers();

    String promisesDays(int days);

    String promisesHours(long hours);

    String promisesMinutes(long minutes);

    String promisesIn();

    String promisesOut();

    String promisesDesks();

    String promisesDesk();

    String promisesOpen();

    String promisesAnswer();

    String promisesDaysOff();

    String promisesClosed();

    String promisesFrom(String hour);

    String promisesUntil(String hour);

    String promisesChanged(String day);
}
