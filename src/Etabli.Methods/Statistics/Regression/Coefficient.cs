namespace Etabli.Methods.Statistics.Regression;

/// <summary>One coefficient of a regression (fr: coefficient de régression).</summary>
/// <param name="Name">Name of its column; "constant" for the intercept.</param>
/// <param name="Value">Estimate, in the unit of y over the unit of the column.</param>
/// <param name="Error">Its standard error, in the same unit; 0 when the fit is exact.</param>
/// <param name="Statistic">t = estimate / error; null when the fit is exact.</param>
/// <param name="Probability">p of t, two-sided; null with it.</param>
/// <param name="Interval">Where the true value lies; null when the fit is exact.</param>
public sealed record Coefficient(string Name, double Value, double Error, double? Statistic, double? Probability, ConfidenceInterval? Interval);

/// <summary>One value against what the regression makes of it (fr: résidu).</summary>
/// <param name="Fitted">Value of the fit, in the unit of y.</param>
/// <param name="Residual">Value less fit, in the unit of y.</param>
/// <param name="Leverage">h: weight of the value on its own fit. From 0 to 1; above 2p/n it stands apart.</param>
/// <param name="Standardised">Residual over its standard deviation s√(1 − h); null when the fit is exact or h is 1.</param>
/// <param name="Cook">Cook's distance: how far the coefficients move without the value; above 1 it decides alone. Null with the standardised residual.</param>
public sealed record RegressionPoint(double Fitted, double Residual, double Leverage, double? Standardised, double? Cook);

/// <summary>What the regression expects at a point (fr: prévision).</summary>
/// <param name="Value">Value of the fit, in the unit of y.</param>
/// <param name="Mean">Where the mean of y at that point lies: the confidence band.</param>
/// <param name="Single">Where one more value would fall: the prediction band.</param>
/// <param name="Outside">True when a column stands outside the range it was measured on: an extrapolation.</param>
public sealed record Prediction(double Value, ConfidenceInterval Mean, ConfidenceInterval Single, bool Outside);
