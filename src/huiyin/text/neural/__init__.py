"""The neural tier: a small recurrent reader in numpy that judges aspects and sides together with the kernel."""

from huiyin.text.neural.analyser import DOUBT, NeuralAnalyser, cascade

__all__ = ["DOUBT", "NeuralAnalyser", "cascade"]
