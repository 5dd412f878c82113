"""The API of judgements: the log, and for reviewers a way to add to it and to take back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import JSONResponse, Response

from dateline.gazetteer import open_gazetteer
from dateline.keeping.correcting import corrected
from dateline.keeping.judging import claim_of, keep_pair, keep_undoing, keep_value
from dateline.model import Judgement, ValueJudgement
from dateline.web.asked import AskedJudgements, Id
from dateline.web.contract import listed, made, single
from dateline.web.desk import Desk
from dateline.web.etags import answer
from dateline.web.judged import judged_json, judged_named, judged_of
from dateline.web.sent import SentCorrection, SentJudgement, SentPair, SentVerdict, Signed
from dateline.web.visitors import NotAllowedError, program


def judging_routes(desk: Desk) -> APIRouter:
    """A reader sees the log; a reviewer judges."""
    routes = APIRouter(prefix="/api/judgements")

    @routes.get("", responses=listed("judged"))
    def judgements(request: Request, asked: Annotated[AskedJudgements, Query()]) -> Response:
        """Judgements with how they stand now, the latest first."""
        program(desk, request, "reader")

        def found() -> dict[str, object]:
            fit = judged_of(desk.store, asked)
            page = fit[asked.offset : asked.offset + asked.limit]
            return {"total": len(fit), "offset": asked.offset, "items": [judged_json(each) for each in page]}

        return answer(desk, request, found)

    @routes.get("/{judgement}", responses=single("judged"))
    def judgement(request: Request, judgement: Id) -> Response:
        """One judgement."""
        program(desk, request, "reader")
        return answer(desk, request, lambda: _told(judgement))

    @routes.post("", status_code=201, responses=made("judged"))
    def judge(request: Request, sent: SentJudgement) -> Response:
        """Judge the value of a claim (accept, reject, correct) or a pair of events (same, different, unsure).

        The judgement is kept at once, and linked in the background. The same verdict by the same person for
        the same reason is kept once.
        """
        signed = _signature(request, sent)
        kept = _on_pair(sent, signed) if isinstance(sent, SentPair) else _on_value(sent, signed)
        return _kept(kept)

    @routes.post("/{judgement}/undo", status_code=201, responses=made("judged"))
    def undo(request: Request, judgement: Id, sent: Signed) -> Response:
        """Take a judgement back: it is as if it had never been made, and stays in the log."""
        signed = _signature(request, sent)
        _told(judgement)
        return _kept(keep_undoing(desk.store, judgement, signed))

    def _signature(request: Request, sent: Signed) -> tuple[str, str]:
        name = program(desk, request, "reviewer") or (sent.by or "").strip()
        if not name:
            raise NotAllowedError("Say who judges under by: every judgement is kept with a name.")
        return name, sent.why.strip()

    def _on_value(sent: SentVerdict | SentCorrection, signed: tuple[str, str]) -> ValueJudgement:
        if desk.store.report_of_claim(sent.claim) is None:
            raise HTTPException(404, f"There is no claim {sent.claim}.")
        said = None
        if isinstance(sent, SentCorrection):
            read = claim_of(desk.store, sent.claim)
            said = corrected(read, sent.value, desk.codebook, open_gazetteer(desk.codebook))
        return keep_value(desk.store, (sent.verdict, said), sent.claim, signed)

    def _on_pair(sent: SentPair, signed: tuple[str, str]) -> Judgement:
        one, other = sent.events
        for event in (one, other):
            if desk.store.report_of(event) is None:
                raise HTTPException(404, f"There is no event {event}.")
        return keep_pair(desk.store, sent.verdict, (one, other), signed)

    def _told(id_: str) -> dict[str, object]:
        found = judged_named(desk.store, id_)
        if found is None:
            raise HTTPException(404, "There is no such judgement.")
        return judged_json(found)

    def _kept(entry: Judgement | ValueJudgement) -> Response:
        desk.changed()
        return JSONResponse(_told(entry.id), 201, {"Location": f"/api/judgements/{entry.id}"})

    return routes
