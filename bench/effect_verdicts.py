"""How often the effect test is right: 500 simulated worlds a line, with and without a control.

    python bench/effect_verdicts.py [--worlds 500]

An action without effect must be called effective in at most 5 % of the worlds, however its issue was picked; one
with an effect of the planned size in at least 80 %.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import replace

import numpy as np

from huiyin import act

PROMISED = -0.5
IDLE = {
    "picked at its peak": act.EffectWorld(),
    "picked while rising": act.EffectWorld(picked="while rising"),
    "picked at random": act.EffectWorld(picked="at random"),
    "peak, fading by itself": act.EffectWorld(yearly_trend=-0.5),
    "peak, common shocks": act.EffectWorld(common=0.25),
    "peak, few events": act.EffectWorld(rate=0.008),
    "peak, rough": act.EffectWorld(roughness=0.2, memory=0.6),
    "peak, drifting apart": act.EffectWorld(drifting_apart=0.25),
}
WORKING = {
    "halved": act.EffectWorld(effect=PROMISED),
    "halved, judged after 8 weeks": act.EffectWorld(effect=PROMISED, after=8),
    "less by 40 %": act.EffectWorld(effect=-0.4),
}


def main() -> None:
    """Print the shares of the three verdicts, one line per kind of world."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--worlds", type=int, default=500)
    worlds = parser.parse_args().worlds
    print(f"{'action':10s} {'world':30s} {'control':8s} effective  not effective  cannot tell")
    for title, kinds in (("no effect", IDLE), ("works", WORKING)):
        for name, world in kinds.items():
            for controlled in (False, True):
                shares = verdicts(replace(world, controlled=controlled), worlds)
                print(f"{title:10s} {name:30s} {'yes' if controlled else 'no':8s} {shares}", flush=True)


def verdicts(world: act.EffectWorld, worlds: int) -> str:
    """Return the shares as percentages."""
    rng = np.random.default_rng(20260302)
    counts = Counter(act.judge_effect(world.series(rng), PROMISED).verdict for _ in range(worlds))
    return "  ".join(f"{100 * counts[verdict] / worlds:8.1f} %" for verdict in act.EffectVerdict)


if __name__ == "__main__":
    main()
