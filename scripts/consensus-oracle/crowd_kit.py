"""Reads crowds as JSON from standard input, writes what crowd-kit makes of them.

In:  [{"name": ..., "votes": [[item, voter, label], ...], "truth": [[item, label], ...]}, ...]
Out: [{"name": ..., "majority": accuracy, "dawidSkene": accuracy, "oneCoin": accuracy}, ...]
"""

import json
import sys

import pandas
from crowdkit.aggregation import DawidSkene, MajorityVote, OneCoinDawidSkene


def accuracy(labels, truth):
    return round(sum(labels[item] == label for item, label in truth.items()) / len(truth), 6)


def judge(crowd):
    votes = pandas.DataFrame(crowd["votes"], columns=["task", "worker", "label"])
    truth = dict(crowd["truth"])
    return {
        "name": crowd["name"],
        "majority": accuracy(MajorityVote(default_skill=None).fit_predict(votes), truth),
        "dawidSkene": accuracy(DawidSkene(n_iter=100).fit_predict(votes), truth),
        "oneCoin": accuracy(OneCoinDawidSkene(n_iter=100).fit_predict(votes), truth),
    }


json.dump([judge(crowd) for crowd in json.load(sys.stdin)], sys.stdout)
