"""The demo company's crisis room for the key that fails today: opened hours ago, led, decided in, and not over yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.demo.breaking import KEY, RELEASE
from huiyin.demo.seeding import USERNAME
from huiyin.store.ledger.tables import feedback
from huiyin.understand import signals

TITLE = f"蓝牙钥匙失灵（App {RELEASE}）"
OPENED_BY = "许菲"
# The signal is seen only when the server has looked back over three months, a minute or two after it has started.
_PAUSE_S, _TRIES = 3.0, 400
# What broke days ago has a room already, or nobody wants one any more.
_FRESH = timedelta(days=2)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log, minutes before the newest voice; it may name what was heard until then, and in the last hour."""

    before: int
    who: str
    kind: act.EntryKind
    text: str
    assignee: str | None = None
    done_before: int | None = None


_LEAD, _APP, _DESK, _PRESS, _QUALITY = "林工", "沈工", "周经理", "方媛", "陈工"
_DECISION, _TASK, _NOTE = act.EntryKind.DECISION, act.EntryKind.TASK, act.EntryKind.NOTE

LINES = (
    Line(
        368,
        OPENED_BY,
        _NOTE,
        "热线和论坛同时在说一件事：App 更新后蓝牙钥匙连不上，人站在车外。到现在 {heard} 条，"
        f"多数在华南，{RELEASE} 只先发了这个区。",
    ),
    Line(361, _LEAD, act.EntryKind.STATE, _LEAD),
    Line(355, _LEAD, _DECISION, f"{RELEASE} 暂停推送，其他大区一律不放；已装的先不强制回退，等 App 组定位。"),
    Line(352, _LEAD, _TASK, f"逐条对比 {RELEASE} 和上一版的蓝牙握手日志，一小时内回话", _APP, 288),
    Line(349, _LEAD, _TASK, "热线、门店统一口径：先用实体卡；卡不在身边的派人上门，打车费凭票报", _DESK, 312),
    Line(
        286,
        _APP,
        _NOTE,
        "定位到了：新版改了配对密钥的缓存，App 被系统清出后台以后，还拿旧密钥去握手，车端就拒绝。"
        "退出账号重新登录能恢复，但只管到下次被清。",
    ),
    Line(271, _LEAD, _DECISION, "华南回退到上一版，先放 20%，看一小时连接成功率再决定放不放开。"),
    Line(268, _LEAD, _TASK, "回退 20%，盯连接成功率和新的报错", _APP, 141),
    Line(
        214,
        _PRESS,
        act.EntryKind.STATEMENT,
        "部分车主更新 App 后蓝牙钥匙无法使用，我们正在排查。给您带来不便，深表歉意。",
    ),
    Line(203, OPENED_BY, _NOTE, "声明这一稿太空：没说现在怎么开门，也没说什么时候再更新。请方媛重写。"),
    Line(139, _APP, _NOTE, "20% 回退完成：这批人的连接成功率从 61% 回到 98%，没有新的报错。"),
    Line(
        96,
        _PRESS,
        act.EntryKind.STATEMENT,
        f"昨晚的 App {RELEASE} 让一部分车主的蓝牙钥匙连不上车，主要在华南。原因已经查明，是我们的更新有缺陷，"
        "与您的手机和车辆无关。\n"
        "现在可以这样开门：用随车的实体卡；卡不在身边，请拨服务热线，我们派人到场，由此产生的打车费由我们承担。\n"
        f"{RELEASE} 已停止推送，正在分批回退到上一版，您不用做任何操作。两小时后，我们在这里更新进展。",
    ),
    Line(58, _LEAD, _DECISION, "回退放开到华南全部；修好的版本跑完整套回归再发，不赶今天。"),
    Line(56, _LEAD, _TASK, "华南其余 80% 回退，每半小时在这里报一次成功率", _APP),
    Line(53, OPENED_BY, _TASK, "看一遍声明第二稿，没问题就发 App 公告和论坛置顶", USERNAME),
    Line(47, _LEAD, _TASK, "查清“后台被清再开门”为什么不在发版测试里，补进门槛", _QUALITY),
    Line(
        19,
        _DESK,
        _NOTE,
        "最近一小时又来了 {latest} 条，问到版本的都还没轮到回退。被锁在车外的已逐个回电，要派人的都派了。",
    ),
)


def gather_once_seen(app: Installation, rest: Callable[[float], bool]) -> act.CrisisRoom | None:
    """Wait for the signal of the key and open its room; return the room, or None where there is nothing to open.

    `rest` waits so many seconds and returns whether to stop.
    """
    heard = _heard(app)
    if not heard or max(heard.values()) < app.clock() - _FRESH:
        return None
    for _ in range(_TRIES):
        room = gather(app, heard)
        if room is not None or rest(_PAUSE_S):
            return room
    return None


def gather(app: Installation, heard: Mapping[int, datetime]) -> act.CrisisRoom | None:
    """Open the room of the signal that these voices make, where it is seen; a room that stands is left as it is."""
    with app.ledger.read() as connection:
        found = _signal_of(connection, heard)
    if found is None:
        return None
    with app.ledger.write() as connection:
        try:
            return act.get_crisis(connection, found.id)
        except act.CrisisNotFoundError:
            return _fill(app, connection, found, heard)


def _heard(app: Installation) -> dict[int, datetime]:
    """Return when each voice about the key was said, by its id."""
    query = select(feedback.c.id, feedback.c.occurred_at).where(feedback.c.external_id.startswith(KEY))
    with app.ledger.read() as connection:
        return {row.id: row.occurred_at for row in connection.execute(query)}


def _signal_of(connection: Connection, heard: Mapping[int, datetime]) -> signals.Signal | None:
    """Return the gravest signal that is mostly of these voices."""
    known = signals.list_signals(connection)
    return next(
        (each for each in known if 2 * len(heard.keys() & set(each.verbatims)) > len(each.verbatims)), None
    )


def _fill(
    app: Installation, connection: Connection, signal: signals.Signal, heard: Mapping[int, datetime]
) -> act.CrisisRoom:
    until = max(heard.values())
    opened = until - timedelta(minutes=LINES[0].before + 3)
    taken = {"state": signals.SignalState.ACKNOWLEDGED, "owner": _LEAD}
    signals.change_signal(connection, signal.id, by=_person(_LEAD), clock=app.clock, changes=taken)
    act.open_crisis(
        connection, signal.id, title=TITLE, owner=OPENED_BY, by=_person(OPENED_BY), clock=_standing_at(opened)
    )
    for line in LINES:
        _write(connection, signal.id, line, until, sorted(heard.values()))
    _take_on_case(app, connection, signal, heard)
    return act.get_crisis(connection, signal.id)


def _write(
    connection: Connection, signal_id: int, line: Line, until: datetime, said: Sequence[datetime]
) -> None:
    moment = until - timedelta(minutes=line.before)
    by, clock = _person(line.who), _standing_at(moment)
    if line.kind is act.EntryKind.STATE:
        act.change_crisis(connection, signal_id, by=by, clock=clock, owner=line.text)
        return
    if line.kind is act.EntryKind.STATEMENT:
        act.change_crisis(connection, signal_id, by=by, clock=clock, statement=line.text)
        return
    text = line.text.format(
        heard=sum(at <= moment for at in said), latest=sum(moment - _HOUR < at <= moment for at in said)
    )
    room = act.add_entry(connection, signal_id, line.kind, text, by=by, clock=clock, assignee=line.assignee)
    if line.done_before is not None:
        done = _standing_at(until - timedelta(minutes=line.done_before))
        act.finish_task(connection, signal_id, room.entries[-1].id, clock=done)
    if line.assignee == USERNAME:
        subject = act.Subject(act.SubjectKind.SIGNAL, str(signal_id))
        act.notify(connection, USERNAME, act.NoticeKind.TASK, subject, actor=line.who, text=text, clock=clock)


def _take_on_case(
    app: Installation, connection: Connection, signal: signals.Signal, heard: Mapping[int, datetime]
) -> None:
    """Open a case of the first customer with a failing key of whom the signal's page tells."""
    told = heard.keys() & {*(each["feedback_id"] for each in signal.origin), *signal.verbatims}
    query = select(feedback.c.id, feedback.c.text, feedback.c.occurred_at).where(
        feedback.c.id.in_(told), feedback.c.customer_id.is_not(None)
    )
    first = connection.execute(query.order_by(feedback.c.occurred_at, feedback.c.id)).first()
    if first is None:
        return
    policy = act.usual_policy(app.settings.zone)
    draft = act.CaseDraft(
        title=first.text[:40],
        owner=_DESK,
        priority=act.CasePriority.HIGH,
        team="服务运营部",
        origin=act.CaseOrigin.VOICE,
        origin_id=str(first.id),
        feedback_id=first.id,
    )
    act.open_case(connection, draft, policy=policy, by=_DESK, clock=_standing_at(first.occurred_at))


def _person(name: str) -> access.Principal:
    return access.Principal(0, name, name, access.Role.ANALYST)


def _standing_at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment
