"""/metrics, as Prometheus reads it: what waits, for how long, what the process uses. Only numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prometheus_client import CollectorRegistry, Gauge, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.meter import BOUNDS, METER, Meter
from bot.storage.backlog import Backlog
from bot.storage.machinery import InboxState, PostState
from bot.web.watch import Watch

_SHOWN_UPDATES = (InboxState.PENDING, InboxState.DEAD)
_SHOWN_POSTS = (
    PostState.PENDING,
    PostState.SENDING,
    PostState.FAILED,
    PostState.HELD,
    PostState.UNKNOWN,
)


class Counted(Collector):
    """What the process itself has counted."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter

    def collect(self) -> Iterable[Metric]:
        """Each time somebody asks."""
        meter = self._meter
        yield CounterMetricFamily("linli_ticks", "Ticks of the clock", value=meter.ticks)
        yield CounterMetricFamily(
            "linli_update_failures", "Attempts of updates that raised", value=meter.failures
        )
        yield _by("linli_ticks_failed", "What was due and failed", "kind", meter.ticks_failed)
        yield _by("linli_refusals", "What Telegram did not take, by what it came to", "kind", meter.refusals)
        yield _by("linli_said_no", "Answers that said no to a person, by rule", "rule", meter.said_no)
        buckets = [(str(bound), meter.within[bound]) for bound in BOUNDS]
        yield HistogramMetricFamily(
            "linli_handler_seconds",
            "How long handlers took",
            buckets=[*buckets, ("+Inf", meter.handled)],
            sum_value=meter.handled_s,
        )


def _by(name: str, meaning: str, label: str, counts: Mapping[str, int]) -> CounterMetricFamily:
    family = CounterMetricFamily(name, meaning, labels=[label])
    for kind, count in sorted(counts.items()):
        family.add_metric([kind], count)
    return family


class Metrics:
    """The numbers of one process, brought up to date each time somebody asks."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)
        self._updates = self._gauge("linli_updates", "Updates from Telegram, by state", "state")
        self._posts = self._gauge(
            "linli_posts", "Messages to Telegram that are not settled, by state", "state"
        )
        self._cards = self._gauge("linli_cards", "Cards that are not settled, by state", "state")
        self._oldest = self._gauge("linli_oldest_seconds", "Age of the oldest that waits", "queue")
        self._database_up = self._gauge("linli_database_up", "1 where the database answers, 0 where not")
        self._registry.register(Counted(METER))
        self._silence = self._gauge(
            "linli_telegram_silence_seconds", "Since Telegram was last heard; -1: never"
        )

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(name, meaning, labels, registry=self._registry)

    async def text(self) -> bytes:
        """As Prometheus reads it. Where the database does not answer, what it would know is left out."""
        for gauge in (self._updates, self._posts, self._cards, self._oldest):
            gauge.clear()
        backlog = await self._watch.backlog()
        self._database_up.set(backlog is not None)
        if backlog is not None:
            self._take(backlog)
        silence = self._watch.silence()
        self._silence.set(-1 if silence is None else silence)
        return generate_latest(self._registry)

    def _take(self, backlog: Backlog) -> None:
        for update in _SHOWN_UPDATES:
            self._updates.labels(update).set(backlog.updates.get(update, 0))
        for post in _SHOWN_POSTS:
            self._posts.labels(post).set(backlog.posts.get(post, 0))
        self._cards.labels("waiting").set(backlog.due_cards)
        self._oldest.labels("updates").set(backlog.oldest_update_s)
        self._oldest.labels("posts").set(backlog.oldest_post_s)


def metrics_routes(watch: Watch) -> list[Route]:
    """What to put into the app."""
    metrics = Metrics(watch)

    async def show(request: Request) -> Response:
        return Response(await metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/metrics", show)]
